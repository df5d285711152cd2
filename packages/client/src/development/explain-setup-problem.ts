import { describeRefusedCall } from './describe-refused-call.ts'
import { docsOf, type Explanation, keepExplanations } from './explanation.ts'
import { isCrossOrigin } from './is-elsewhere.ts'
import { isUnstyled } from './is-unstyled.ts'
import type { SetupProblem } from './setup-problem.ts'

const said = new Set<string>()

/** A style sheet may load after the component that it styles: so much later, in milliseconds. */
const STYLED_MS = 2_000

/** Writes a problem to the console, once, and keeps it for the screen that shows the failure. */
export function explainSetupProblem(problem: SetupProblem): void {
  // Only a page has a developer in front of it, and an origin.
  if (typeof location === 'undefined') return
  if (problem.kind === 'shown') setTimeout(() => explain(problem), STYLED_MS)
  else explain(problem)
}

function explain(problem: SetupProblem) {
  const explanations = describe(problem)
  if ('error' in problem) keepExplanations(problem.error, explanations)
  for (const explanation of explanations) {
    const { what, why, fix } = explanation
    const text = `[nectar-connect] ${what}\n  Why: ${why}\n  Fix: ${fix}\n  More: ${docsOf(explanation)}\n  (Development builds only.)`
    // The same problem shows in every call.
    if (said.has(text)) continue
    said.add(text)
    console.warn(text)
  }
}

function describe(problem: SetupProblem): Explanation[] {
  switch (problem.kind) {
    case 'refused':
      return describeRefusedCall(problem)
    case 'unreachable': {
      const { call, error } = problem
      if (!(error.cause instanceof TypeError) || !isCrossOrigin(call.basePath) || !navigator.onLine) return []
      return [
        {
          what: `The browser let nothing through to ${call.basePath}.`,
          why: 'The handler lives on another origin than this page. Either it is not running, or it does not know this page’s origin.',
          fix: `Start it, and pass createNectarConnect({ allowedOrigins: ['${location.origin}'], … }). OPTIONS requests have to reach the handler, too.`,
          section: 'network',
        },
      ]
    }
    case 'stream_held_back':
      return [
        {
          what: 'The stream of changes opened, and nothing came through it for 10 s.',
          why: 'The handler writes the first event at once. A proxy, or a middleware that compresses, collects the answer before it passes it on. Until that is mended, changes are asked for now and then.',
          fix: 'Switch buffering and compression off for GET …/changes (nginx: proxy_buffering off; Express: mount the handler in front of compression()).',
          section: null,
        },
      ]
    case 'frame_blocked':
      return [
        {
          what: `The Content-Security-Policy of this page keeps ${problem.origin} out of its frame.`,
          why: 'Nectar’s page is shown in a frame, and "frame-src" (or what it falls back to) does not name it. Customers are offered a tab of its own instead.',
          fix: `Add to the policy: frame-src ${problem.origin}. docs/security.md has one to copy.`,
          section: 'frame_blocked',
        },
      ]
    case 'shown':
      if (!isUnstyled(problem.root)) return []
      return [
        {
          what: 'The style sheet of Nectar Connect is not on this page.',
          why: 'Components bring no styles of their own: they work without, but look like a bare document.',
          fix: "Once, where your own styles are imported: import '@nectar-connect/react/styles.css'. In a shadow root it has to be in there.",
          section: null,
        },
      ]
  }
}
