import { ensureChromium, ensureFirefox } from './browsers.ts'
import { ensureOldestChromium } from './oldest-chromium.ts'

/**
 * Where the browsers are, for every runner; `null` without Chromium.
 *
 * @param options With `full`, also the oldest one that is supported.
 */
export async function prepareBrowsers({ full = false }: { full?: boolean } = {}) {
  try {
    const chromium = await ensureChromium()
    const firefox = await ensureFirefox()
    if (!firefox) console.error('No Firefox was found: its tests are left out.')
    const oldest = full ? await ensureOldestChromium() : null
    return {
      NECTAR_CHROMIUM: chromium.path,
      NECTAR_CHROMIUM_ARGS: chromium.args.join(' '),
      ...(firefox ? { NECTAR_FIREFOX: firefox } : {}),
      ...(oldest ? { NECTAR_OLDEST_CHROMIUM: oldest } : {}),
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return null
  }
}
