import type { WidgetConfig } from '@heed/contracts'
import { boot } from './boot.ts'

// The server puts the workspace's configuration (JSON) in place of this one string when it answers /w/<key>.js.
const config: unknown = '__HEED_CONFIG__'

boot(config as WidgetConfig, document.currentScript)
