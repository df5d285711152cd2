import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'

const supervise = new URL('./supervise.mjs', import.meta.url).href
const GRACE_MS = 100

const POLITE = "for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => clearInterval(timer));"
const STUBBORN = "for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => {});"
const serve = (manners: string) =>
  `const timer = setInterval(() => {}, 1000); ${manners} console.log(process.pid)`

/** Starts a supervisor in a group of its own, and waits until the program under it runs. */
async function start(
  program: string,
  wrap: (command: [string, ...string[]]) => [string, string[]] = ([node, ...args]) => [node, args],
  env: NodeJS.ProcessEnv = {},
) {
  const args = [process.execPath, ['-e', program], {}, GRACE_MS].map((value) => JSON.stringify(value))
  const script = `import { supervise } from '${supervise}'; process.exitCode = await supervise(${args})`
  const { npm_lifecycle_event: _, ...clean } = process.env
  const parent = spawn(...wrap([process.execPath, '--input-type=module', '-e', script]), {
    detached: true,
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { pid } = parent
  if (pid === undefined) throw new Error('It did not start.')
  onTestFinished(() => {
    if (isAlive(-pid)) process.kill(-pid, 'SIGKILL')
  })
  const ended = once(parent, 'exit')
  const [line] = await once(parent.stdout.setEncoding('utf8'), 'data')
  return { parent: pid, child: Number(line), ended }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test.each<[string, NodeJS.Signals, (parent: number) => number]>([
  ['Ctrl-C, which reaches the whole group', 'SIGINT', (parent) => -parent],
  ['SIGINT to this process only', 'SIGINT', (parent) => parent],
  ['SIGTERM', 'SIGTERM', (parent) => parent],
  ['a closed terminal', 'SIGHUP', (parent) => parent],
])('%s ends everything, with exit code 0', async (_, signal, target) => {
  const { parent, child, ended } = await start(serve(POLITE))
  expect(isAlive(child)).toBe(true)
  process.kill(target(parent), signal)
  expect(await ended).toEqual([0, null])
  expect([isAlive(child), isAlive(parent), isAlive(-parent)]).toEqual([false, false, false])
})

test.runIf(process.platform === 'linux')('ends when npm and its shells are gone', async () => {
  // Kept from replacing itself by a second command, the shell ends without a word to its child.
  const { parent, child } = await start(
    serve(POLITE),
    (node) => ['sh', ['-c', '"$@"; true', 'sh', ...node]],
    {
      npm_lifecycle_event: 'demo',
    },
  )
  process.kill(parent, 'SIGTERM')
  await expect.poll(() => isAlive(child), { timeout: 10_000 }).toBe(false)
})

test('a program that does not want to end is made to', async () => {
  const { parent, child, ended } = await start(serve(STUBBORN))
  process.kill(parent, 'SIGINT')
  expect(await ended).toEqual([0, null])
  expect([isAlive(child), isAlive(-parent)]).toEqual([false, false])
})

test('hands on the exit code of a program that ends by itself', async () => {
  const { ended } = await start('console.log(process.pid); process.exitCode = 3')
  expect(await ended).toEqual([3, null])
})
