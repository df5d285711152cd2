import { NECTAR_HOSTED_PATH } from '@nectar-connect/contract/wire'
import { CHECKS, type CheckId, type CheckResult, fail, pass, skip } from './check-result.ts'
import { checkSecrets } from './check-secrets.ts'
import { blockedBy, readPolicies } from './content-policy.ts'
import type { DoctorContext } from './doctor-context.ts'
import type { ProbeResult } from './probe.ts'

/** The page as a browser gets it: what its headers allow, and what it must not contain. */
export async function checkPage(context: DoctorContext): Promise<CheckResult[]> {
  const { options, ask } = context
  const { pageUrl, handlerUrl, hostedOrigin } = options
  const skipRest = (needs: string) =>
    Object.keys(CHECKS)
      .filter((id): id is CheckId => ['frame', 'calls', 'isolation', 'permissions', 'secrets'].includes(id))
      .map((id) => skip(id, needs))
  if (pageUrl === null) {
    const needs = 'Give --page <address of the page with the widget>.'
    return [skip('page', needs), ...skipRest(needs)]
  }
  const headers: [string, string][] = options.headers.map(([name, value]) => [name, value])
  const answer = await ask(pageUrl, { headers: [...headers, ['accept', 'text/html']] })
  if (answer.status !== 200) {
    return [
      fail('page', { what: 'It does not come.', ...explainNoPage(answer) }),
      ...skipRest('Needs a page that answers 200.'),
    ]
  }
  const page = new URL(pageUrl)
  const policies = readPolicies(answer.headers, answer.text)
  const handler = new URL(handlerUrl ?? '/api/nectar', page)
  const calls = blockedBy(
    policies,
    ['connect-src', 'default-src'],
    new URL(`${handler.href}/connections`),
    page,
  )
  const frame = blockedBy(
    policies,
    ['frame-src', 'child-src', 'default-src'],
    new URL(`${hostedOrigin}${NECTAR_HOSTED_PATH}token`),
    page,
  )
  const count =
    policies.length === 0 ? 'The page has no Content-Security-Policy' : 'The Content-Security-Policy'
  return [
    pass('page', `It comes (${answer.text.length.toLocaleString('en')} characters).`),
    frame === null
      ? pass('frame', policies.length === 0 ? `${count}.` : `${count} lets ${hostedOrigin} in.`)
      : fail('frame', {
          what: `The Content-Security-Policy keeps ${hostedOrigin} out.`,
          why: `It says "${frame}". The widget shows Nectar's page in a frame; customers would read that it is blocked (frame_blocked).`,
          fix: `Add it: frame-src ${hostedOrigin}`,
        }),
    calls === null
      ? pass('calls', policies.length === 0 ? `${count}.` : `${count} lets the page call ${handler.href}.`)
      : fail('calls', {
          what: `The Content-Security-Policy keeps the page from calling ${handler.href}.`,
          why: `It says "${calls}".`,
          fix: `Add it: connect-src ${handler.origin === page.origin ? "'self'" : handler.origin}`,
        }),
    checkIsolation(answer.headers),
    checkPermissions(answer.headers),
    await checkSecrets(context, page, answer.text),
  ]
}

function explainNoPage(answer: ProbeResult | { status: null; reason: string }): { why: string; fix: string } {
  if (answer.status === null) return { why: answer.reason, fix: 'Start the server, or correct --page.' }
  const to = answer.headers.get('location')?.replace(/[?#].*$/, '')
  if (to !== undefined) {
    return {
      why: `It redirects (${answer.status}) to ${to}.`,
      fix: "Give --page the address it ends at. If it is a sign-in, give --header 'Cookie: …' as well.",
    }
  }
  return {
    why: `It answers ${answer.status}.`,
    fix: "Correct --page, or give --header 'Cookie: …' of a session.",
  }
}

/** Opener policies concern popups of the page's own; the widget opens Nectar's page without an opener. */
function checkIsolation(headers: Headers): CheckResult {
  const embedder = firstWord(headers.get('cross-origin-embedder-policy'))
  if (embedder !== 'require-corp' && embedder !== 'credentialless') {
    const opener = firstWord(headers.get('cross-origin-opener-policy'))
    return pass(
      'isolation',
      opener ? `Cross-Origin-Opener-Policy: ${opener} is no obstacle.` : 'No policy stands in the way.',
    )
  }
  return fail('isolation', {
    what: `Cross-Origin-Embedder-Policy: ${embedder} keeps the frame out.`,
    why: 'Under it, a browser frames only pages that send this header themselves, and Nectar’s is not known to.',
    fix: 'Leave the header out on the page that shows the widget.',
  })
}

/** The frame is delegated nothing and needs nothing; the page itself copies references and links. */
function checkPermissions(headers: Headers): CheckResult {
  const policy = headers.get('permissions-policy') ?? ''
  if (!/(^|,)\s*clipboard-write\s*=\s*\(\s*\)/i.test(policy)) {
    return pass(
      'permissions',
      policy === '' ? 'No Permissions-Policy.' : 'The Permissions-Policy takes nothing that is needed.',
    )
  }
  return fail('permissions', {
    what: 'The Permissions-Policy forbids the clipboard.',
    why: 'It says "clipboard-write=()": the reference on an error screen, and a link for a colleague, cannot be copied.',
    fix: 'Write clipboard-write=(self), or leave it out.',
  })
}

function firstWord(value: string | null): string {
  return (value ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
