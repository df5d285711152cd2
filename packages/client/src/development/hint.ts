import { explainMistake } from './explain-mistake.ts'
import type { Mistake } from './mistake.ts'

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let explain: (mistake: Mistake) => void = () => {}
try {
  if (process.env.NODE_ENV !== 'production') explain = explainMistake
} catch {
  // No bundler and no Node: nothing says that this is a developer's page.
}

/**
 * Tells whoever builds the host what looks like a mistake of its set-up: what, why, the fix, and where to read on. Once
 * each in the console, and on the screen that it leads to. In a production bundle it does nothing, and none of the words are there.
 *
 * @example hint({ kind: 'frame_blocked', origin: 'https://dash.nectarclimate.com', error })
 */
export function hint(mistake: Mistake): void {
  explain(mistake)
}
