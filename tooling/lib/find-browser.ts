import path from 'node:path'

export type BrowserName = 'chromium' | 'firefox'

export interface FoundBrowser {
  path: string
  from: 'environment' | 'playwright' | 'system'
}

/** What a machine has and is. */
export interface Machine {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  exists(file: string): boolean
  /** Where Playwright would look; it may throw. */
  playwrightPath(): string
}

/** Where a browser of the system stands, best first. Names without a folder are looked up in `PATH`. */
const SYSTEM: Record<BrowserName, Partial<Record<NodeJS.Platform, string[]>>> = {
  chromium: {
    linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: { linux: ['firefox-esr', 'firefox'], darwin: [], win32: [] },
}

/** Variables by which a person names the browser to use. */
const NAMED_BY: Record<BrowserName, string[]> = {
  chromium: ['NECTAR_CHROMIUM', 'PLAYWRIGHT_CHROMIUM', 'CHROME_PATH'],
  firefox: ['NECTAR_FIREFOX', 'PLAYWRIGHT_FIREFOX'],
}

/**
 * Finds a browser that is already there: the one that the environment names, Playwright's own, the system's.
 *
 * @throws When the environment names a file that is not there.
 */
export function findBrowser(
  browser: BrowserName,
  { env, platform, exists, playwrightPath }: Machine,
): FoundBrowser | null {
  for (const name of NAMED_BY[browser]) {
    const named = env[name]
    if (!named) continue
    if (!exists(named)) throw new Error(`${name} names ${named}, which does not exist.`)
    return { path: named, from: 'environment' }
  }
  const own = attempt(playwrightPath)
  if (own && exists(own)) return { path: own, from: 'playwright' }
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(':')].filter((folder) => folder.startsWith('/'))
  for (const candidate of SYSTEM[browser][platform] ?? []) {
    const files =
      platform === 'linux' ? folders.map((folder) => path.posix.join(folder, candidate)) : [candidate]
    const found = files.find(exists)
    if (found) return { path: found, from: 'system' }
  }
  return null
}

/** What to tell a person when nothing helped. */
export const NO_BROWSER = [
  'No Chromium was found, and none could be installed.',
  'Install Chromium or Chrome, or let Playwright fetch its own:',
  '  npx playwright install --with-deps chromium',
  'or name one that is somewhere else:',
  '  CHROME_PATH=/path/to/chrome npm test',
].join('\n')

function attempt(action: () => string) {
  try {
    return action()
  } catch {
    return null
  }
}
