import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const serverFile = join(
  dirname(createRequire(import.meta.url).resolve('@heed/server/package.json')),
  'dist',
  'server.js',
)

export type RunningServer = {
  url: string
  /** The way into the dashboard, as printed: one click into the sample, or to a workspace of one's own. */
  signInLink: string
  output: () => string
  /** kill -9: nothing is flushed, nobody is told. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

const spawnServer = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [serverFile], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const note = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  return { child, output: () => output }
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

/** Starts the built server and waits until it says where it is. */
export const startServer = async (env: Record<string, string>): Promise<RunningServer> => {
  const { child, output } = spawnServer(env)
  const deadline = Date.now() + 300_000 // making the sample takes a busy machine long
  for (;;) {
    const link = /(http:\/\/\S+)\/(sign-in|new-workspace)\S*/.exec(output())
    if (link?.[1] && output().includes('Stop with Ctrl+C')) {
      return {
        url: link[1],
        signInLink: link[0],
        output,
        kill: () => end(child, 'SIGKILL'),
        stop: () => end(child, 'SIGTERM'),
      }
    }
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`)
    if (Date.now() > deadline) {
      await end(child, 'SIGKILL')
      throw new Error(`the server did not say where it is:\n${output()}`)
    }
    await new Promise((next) => setTimeout(next, 50))
  }
}

/** Starts the built server where it must refuse, and returns what it said. */
export const startRefused = async (env: Record<string, string>) => {
  const { child, output } = spawnServer(env)
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await once(child, 'exit')
  clearTimeout(timer)
  return { code: child.exitCode, output: output() }
}
