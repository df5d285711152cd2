import { explainSetupProblem } from './explain-setup-problem.ts'
import type { SetupProblem } from './setup-problem.ts'

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let explain: (problem: SetupProblem) => void = () => {}
try {
  if (process.env.NODE_ENV !== 'production') explain = explainSetupProblem
} catch {
  // No bundler and no Node: this may be a production page.
}

/**
 * Warns the developer of the host about a problem of its set-up: what, why, the fix, and where to read on. Once
 * each in the console, and on the screen that it leads to. In a production bundle it does nothing, and none of the words are there.
 *
 * @example warnInDevelopment({ kind: 'frame_blocked', origin: 'https://dash.nectarclimate.com', error })
 */
export function warnInDevelopment(problem: SetupProblem): void {
  explain(problem)
}
