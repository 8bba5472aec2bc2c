const { existsSync } = require('node:fs')
const { join, resolve } = require('node:path')

// better-sqlite3 comes as source where its prebuilt binary cannot be fetched. Node's own headers stand beside most
// installations of Node: with them it compiles without fetching anything more.
const prefix = resolve(process.execPath, '..', '..')
const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'))

module.exports = {
  hooks: {
    updateConfig(config) {
      if (hasHeaders && !config.rawConfig.nodedir) config.rawConfig.nodedir = prefix
      return config
    },
    // Only Nodes without Node-API 10, which cannot use version 13, install and compile this one (docs/decisions/0047).
    readPackage(pkg) {
      if (pkg.name === 'better-sqlite3' && pkg.version.startsWith('12.')) pkg.engines = { node: '<22.14 || >=23 <23.6' }
      return pkg
    },
  },
}
