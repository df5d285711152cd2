import { afterEach, expect, test, vi } from 'vitest'
import { chromiumArgs, chromiumLaunchOptions, firefoxLaunchOptions } from './browsers.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('only root goes without the sandbox of Chromium', () => {
  expect(chromiumArgs(true)).toContain('--no-sandbox')
  expect(chromiumArgs(false)).not.toContain('--no-sandbox')
  expect(chromiumArgs(false)).toContain('--disable-background-networking')
})

test('starts the Chromium that the environment names, with its arguments', () => {
  vi.stubEnv('NECTAR_CHROMIUM', process.execPath)
  vi.stubEnv('NECTAR_CHROMIUM_ARGS', '--no-sandbox --no-first-run')
  expect(chromiumLaunchOptions()).toEqual({
    executablePath: process.execPath,
    args: ['--no-sandbox', '--no-first-run'],
  })
})

test('drives a Firefox that is not of Playwright over the protocol that it has', () => {
  vi.stubEnv('NECTAR_FIREFOX', process.execPath)
  expect(firefoxLaunchOptions()).toEqual({ executablePath: process.execPath, channel: 'moz-firefox' })
})
