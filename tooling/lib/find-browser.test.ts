import { expect, test } from 'vitest'
import { findBrowser, type Machine } from './find-browser.ts'

const nowhere = () => {
  throw new Error('Playwright is not installed.')
}
const machine = ({
  files = [],
  env = {},
  platform = 'linux',
  playwrightPath = nowhere,
}: Partial<Machine> & { files?: string[] }): Machine => ({
  env,
  platform,
  playwrightPath,
  exists: (file) => files.includes(file),
})
const own = '/cache/chrome'
const everything = { files: [own, '/usr/bin/chromium', '/opt/mine'], playwrightPath: () => own }

test('takes the one that the environment names', () => {
  for (const name of ['NECTAR_CHROMIUM', 'PLAYWRIGHT_CHROMIUM', 'CHROME_PATH']) {
    const from = machine({ ...everything, env: { [name]: '/opt/mine' } })
    expect(findBrowser('chromium', from)).toEqual({ path: '/opt/mine', from: 'environment' })
  }
})

test('says so when the environment names nothing', () => {
  const from = machine({ ...everything, env: { CHROME_PATH: '/opt/gone' } })
  expect(() => findBrowser('chromium', from)).toThrow('CHROME_PATH names /opt/gone, which does not exist.')
})

test('prefers the one of Playwright to that of the system', () => {
  expect(findBrowser('chromium', machine(everything))).toEqual({ path: own, from: 'playwright' })
})

test.each<[NodeJS.Platform, string, NodeJS.ProcessEnv]>([
  ['linux', '/usr/bin/chromium', {}],
  ['linux', '/usr/bin/google-chrome-stable', {}],
  ['linux', '/snap/bin/chromium', { PATH: '/usr/bin:relative:/snap/bin' }],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
  ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', {}],
])('finds the one of the system on %s: %s', (platform, file, env) => {
  expect(findBrowser('chromium', machine({ platform, files: [file], env }))).toEqual({
    path: file,
    from: 'system',
  })
})

test('prefers Chromium to Chrome', () => {
  const files = ['/usr/bin/google-chrome', '/usr/bin/chromium']
  expect(findBrowser('chromium', machine({ files }))).toMatchObject({ path: '/usr/bin/chromium' })
})

test('finds Firefox', () => {
  const files = ['/usr/bin/firefox-esr', '/usr/bin/chromium']
  expect(findBrowser('firefox', machine({ files }))).toEqual({ path: '/usr/bin/firefox-esr', from: 'system' })
})

test('finds nothing where nothing is', () => {
  for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) {
    expect(findBrowser('chromium', machine({ platform, playwrightPath: () => '/cache/gone' }))).toBeNull()
  }
})
