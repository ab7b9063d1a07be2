import { compareOrder, type Order } from './order.ts';
import type { SettingChange } from './refold.ts';
import { DEFAULT_SETTINGS, type ProgressSettings, withSetting } from './settings.ts';

/** The settings as they were at each time. */
export class SettingsBook {
  readonly #changes: SettingChange[];
  #now: ProgressSettings;

  /** @param changes in order */
  constructor(changes: readonly SettingChange[]) {
    this.#changes = [...changes];
    this.#now = foldSettings(changes);
  }

  get changes(): readonly SettingChange[] {
    return this.#changes;
  }

  /** The settings as they are now. */
  get now(): ProgressSettings {
    return this.#now;
  }

  /** The settings as they were when an event happened. */
  at(order: Order): ProgressSettings {
    const last = this.#changes.at(-1);
    if (last === undefined || compareOrder(last.order, order) <= 0) return this.#now;
    return foldSettings(this.#changes.filter((change) => compareOrder(change.order, order) <= 0));
  }

  /** Adds a change; false where it comes late, and one that is here already happened after it. */
  add(change: SettingChange): boolean {
    const last = this.#changes.at(-1);
    this.#changes.push(change);
    this.#now = withSetting(this.#now, change.key, change.value);
    return last === undefined || compareOrder(change.order, last.order) >= 0;
  }
}

const foldSettings = (changes: readonly SettingChange[]): ProgressSettings =>
  changes
    .toSorted((a, b) => compareOrder(a.order, b.order))
    .reduce<ProgressSettings>(
      (settings, { key, value }) => withSetting(settings, key, value),
      DEFAULT_SETTINGS,
    );
