#!/usr/bin/env node
// CommonJS (see package.json beside this file): Node starts it faster than an ES module.
require('../dist/loader.cjs').start(require('node:path').dirname(__dirname));
