import path from 'node:path';
import { seedOf } from '../session/random.ts';
import { cannotWrite, type Disk, FILE_MODE } from './disk.ts';

/** What tells one computer from another: its name and, where there is one, its machine id. */
export interface Host {
  readonly name: string;
  readonly machineId: string;
}

/**
 * The name of this device's own journal. It is kept under a mark of this host, so that a folder
 * that is copied or synced to another computer gives that one a journal of its own: two devices
 * that write one file would lose each other's grades.
 */
export const readDevice = (disk: Disk, data: string, host: Host): string | undefined => {
  try {
    const device = disk.readFileSync(deviceFile(data, host), 'utf8').trim();
    return /^[\w-]{1,64}$/.test(device) ? device : undefined;
  } catch {
    return undefined;
  }
};

/** As {@link readDevice}, and gives this host a device where it has none; the folder is there. */
export const ensureDevice = (
  disk: Disk,
  data: string,
  host: Host,
  newName: () => string,
): string => {
  const known = readDevice(disk, data, host);
  if (known !== undefined) return known;
  const file = deviceFile(data, host);
  const device = newName();
  try {
    disk.writeFileSync(file, `${device}\n`, { mode: FILE_MODE, flag: 'wx', flush: true });
    return device;
  } catch (error) {
    // A second window made it in the meantime.
    const other = readDevice(disk, data, host);
    if (other !== undefined) return other;
    throw cannotWrite(file, error);
  }
};

/** A short mark of a host. No secret hangs on it, so it does without the cost of a real hash. */
const deviceFile = (data: string, { name, machineId }: Host): string => {
  const mark = ['', '#']
    .map((salt) => seedOf(`${salt}${name}\n${machineId}`).toString(16).padStart(8, '0'))
    .join('');
  return path.join(data, 'devices', mark);
};
