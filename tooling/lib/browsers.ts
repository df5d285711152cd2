import { existsSync } from 'node:fs'
import { chromium, firefox } from 'playwright'
import { type BrowserName, type FoundBrowser, findBrowser, NO_BROWSER } from './find-browser.ts'
import { tool } from './tool.ts'

const PLAYWRIGHT_LIMIT_MS = 180_000
const START_LIMIT_MS = 20_000
const APT_LIMIT_MS = 300_000

/** Keeps Chromium from calling home, which only fills the log where there is no network. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
]

/**
 * @param isRoot Chromium's own sandbox does not start for root.
 * @returns Arguments for every Chromium that is started here.
 */
export function chromiumArgs(isRoot = process.getuid?.() === 0): string[] {
  return isRoot ? [...QUIET, '--no-sandbox'] : [...QUIET]
}

/**
 * How to start Chromium: what `npm test` found, else what is found now. Nothing is installed.
 *
 * @returns Without a path the runner uses its default, and says itself that it is missing.
 */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] } {
  const args = process.env.NECTAR_CHROMIUM_ARGS?.split(' ').filter(Boolean) ?? chromiumArgs()
  const found = find('chromium')
  return found ? { executablePath: found.path, args } : { args }
}

/**
 * How to start Firefox where there is one. The system's is driven over another protocol than Playwright's own.
 *
 * @public
 */
export function firefoxLaunchOptions(): { executablePath: string; channel?: 'moz-firefox' } | null {
  const found = find('firefox')
  if (!found) return null
  return isPlaywrights('firefox', found.path)
    ? { executablePath: found.path }
    : { executablePath: found.path, channel: 'moz-firefox' }
}

/**
 * Finds Chromium, or installs it: by Playwright, else by apt where that is possible.
 *
 * @throws With what to do when there is none in the end.
 */
export async function ensureChromium(): Promise<{ path: string; args: string[] }> {
  const found =
    (await startable(find('chromium'))) ??
    (await startable(find('chromium', { system: true }))) ??
    (await startable(await installByPlaywright('chromium'))) ??
    (await startable(await installByApt('chromium', 'chromium')))
  if (!found) throw new Error(NO_BROWSER)
  return { path: found.path, args: chromiumArgs() }
}

/** The same for Firefox: `null` when there is none in the end, and its tests are left out. */
export async function ensureFirefox(): Promise<string | null> {
  return (find('firefox') ?? (await installByApt('firefox', 'firefox-esr')))?.path ?? null
}

function find(browser: BrowserName, { system = false }: { system?: boolean } = {}) {
  return findBrowser(browser, {
    env: system ? { PATH: process.env.PATH } : process.env,
    platform: process.platform,
    exists: existsSync,
    playwrightPath: () => (system ? '' : playwrightPath(browser)),
  })
}

function playwrightPath(browser: BrowserName) {
  return { chromium, firefox }[browser].executablePath()
}

function isPlaywrights(browser: BrowserName, file: string) {
  return file === playwrightPath(browser)
}

/** A download can be there and yet lack libraries of the system. Elsewhere than on Linux, asking opens a window. */
async function startable(found: FoundBrowser | null) {
  if (!found || process.platform !== 'linux') return found
  const { failed } = await tool(found.path, ['--version'], { timeout: START_LIMIT_MS })
  return failed ? null : found
}

async function installByPlaywright(browser: BrowserName) {
  console.log('Looking for a browser: none is here, Playwright fetches one …')
  await tool('playwright', ['install', browser], { timeout: PLAYWRIGHT_LIMIT_MS })
  return find(browser)
}

async function installByApt(browser: BrowserName, packageName: string) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log(`Installing ${packageName} by apt-get …`)
  const options = { timeout: APT_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await tool('apt-get', ['update'], options)
  const args = ['install', '-y', '--no-install-recommends', packageName]
  const { failed, all } = await tool('apt-get', args, options)
  if (failed) console.error(all)
  return find(browser, { system: true })
}
