import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

const run = promisify(execFile)

// The shell first: the same Chromium without the windows of a desktop, at a third of the processor’s time.
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const systemChromium = () => {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, '/usr/bin/chromium', ...usualPlaces].find((path) => existsSync(path))
}

const playwrightChromium = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

const attempt = async (what: string, command: string, args: string[]) => {
  process.stdout.write(`No Chromium found: ${what} …\n`)
  // Each step may fail: the next one is tried, and the last resort is one clear line.
  await run(command, args, { timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).catch(
    () => undefined,
  )
}

/** A Chromium to test in: the system's, else Playwright's, else Debian's package when root. @throws in one clear line */
export const findChromium = async (): Promise<string> => {
  const found = systemChromium() ?? playwrightChromium()
  if (found) return found

  const playwright = join(import.meta.dirname, '..', '..', 'node_modules', 'playwright-core', 'cli.js')
  await attempt('installing Playwright’s', process.execPath, [playwright, 'install', 'chromium'])
  const installed = playwrightChromium()
  if (installed) return installed

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await attempt('reading Debian’s list of packages', 'apt-get', ['update'])
    for (const name of [shell, 'chromium']) {
      await attempt(`installing Debian’s ${name}`, 'apt-get', ['install', '-y', '--no-install-recommends', name])
      const packaged = systemChromium()
      if (packaged) return packaged
    }
  }
  throw new Error('The end-to-end tests need a browser: install Chromium or Google Chrome and run npm test again.')
}
