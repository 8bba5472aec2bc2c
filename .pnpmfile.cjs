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
  },
}
