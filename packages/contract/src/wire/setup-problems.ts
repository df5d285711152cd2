import type { ErrorCode } from './errors.ts'

/** Where the docs are published. What developers are told leads there. */
const DOCS_URL = 'https://nectar-connect.example/docs'

/** Something that is wrong with the host's set-up, for whoever has to fix it. */
export interface SetupProblem {
  what: string
  why: string
  fix: string
  /** Where the docs say more: a URL. */
  docs: string
}

/** The address of a page of the docs, or of a section in it. */
export function docsUrl(
  page: 'doctor' | 'many-machines' | 'security' | 'troubleshooting',
  section: string | null = null,
): string {
  return `${DOCS_URL}/${page}.md${section === null ? '' : `#${section}`}`
}

const NOT_OURS =
  'A request below {basePath} was not answered by the Nectar Connect handler, but with {status} {type}.'
/**
 * Everything that is known to go wrong with a set-up. `code` is the error that it leads to, and the section of
 * docs/troubleshooting.md; null: the page. A `{word}` is filled in. What only a server knows brings `{what}` and `{fix}` along.
 */
const SETUP_PROBLEMS = {
  redirected: {
    code: 'invalid_response',
    what: NOT_OURS,
    why: 'The request was redirected, to a sign-in page perhaps: a middleware in front of the handler guards its path.',
    fix: 'Leave {basePath} out of that middleware: the handler calls "authorize" itself, and answers 401.',
  },
  not_mounted: {
    code: 'invalid_response',
    what: NOT_OURS,
    why: 'Nothing is mounted there, since the base path is wrong or the handler is not mounted. Or something in front of it answers every path, as the server of a single-page app does.',
    fix: 'Mount nectar.handler at {path} for every method and every path below it, in front of anything that answers all paths. If it is mounted elsewhere, say where: <NectarConnectProvider basePath="…">.',
  },
  mounted_elsewhere: {
    code: 'not_found',
    what: 'The handler answers below {basePath}, and knows none of its own paths there.',
    why: 'It is mounted there, but its own "basePath" is another one; or the framework took the beginning of the path away before the handler saw it.',
    fix: 'Give createNectarConnect({ basePath }) the path as the handler sees it, and <NectarConnectProvider basePath> the path as browsers see it.',
  },
  cookies_blocked: {
    code: 'unauthenticated',
    what: '{basePath} answered that nobody is signed in, and this page may have sent no cookie.',
    why: 'The handler lives on another origin. A cookie goes there only when it is SameSite=None and Secure, or when both share a site; Safari keeps third-party cookies back whatever they say.',
    fix: 'Serve the API from the site of the page (app.example.com and api.example.com share one), or use bearer tokens: <NectarConnectProvider headers={() => ({ authorization: bearer(token) })}>.',
  },
  cookies_omitted: {
    code: 'unauthenticated',
    what: '{basePath} answered that nobody is signed in, and this page may have sent no cookie.',
    why: 'The provider says credentials="{credentials}", so the browser sends none there.',
    fix: 'Leave "credentials" out, or set it to "include".',
  },
  unreachable: {
    code: 'network',
    what: 'The browser let nothing through to {basePath}.',
    why: 'The handler lives on another origin than this page. Either it is not running, or it does not know this page’s origin.',
    fix: "Start it, and pass createNectarConnect({ allowedOrigins: ['{origin}'], … }). OPTIONS requests have to reach the handler, too.",
  },
  stream_held_back: {
    code: null,
    what: 'The stream of changes opened, and nothing came through it for 10 s.',
    why: 'The handler writes the first event at once. A proxy, or a middleware that compresses, collects the answer before it passes it on. Until that is fixed, changes are asked for now and then.',
    fix: 'Switch buffering and compression off for GET …/changes (nginx: proxy_buffering off; Express: mount the handler in front of compression()).',
  },
  frame_blocked: {
    code: 'frame_blocked',
    what: 'The Content-Security-Policy of this page keeps {hostedOrigin} out of its frame.',
    why: 'Nectar’s page is shown in a frame, and "frame-src" (or what it falls back to) does not name it. Customers are offered a tab of its own instead.',
    fix: `Add to the policy: frame-src {hostedOrigin}. ${docsUrl('security')} has one to copy.`,
  },
  unstyled: {
    code: null,
    what: 'The style sheet of Nectar Connect is not on this page.',
    why: 'Components bring no styles of their own: they work without, but look like a bare document.',
    fix: "Once, where your own styles are imported: import '@nectar-connect/react/styles.css'. In a shadow root it has to be in there.",
  },
  not_configured: {
    code: 'not_configured',
    what: '{what}',
    why: 'The handler was not given what it needs.',
    fix: '{fix}',
  },
  not_configured_in_production: {
    code: 'not_configured',
    what: 'The server at {basePath} refused a request: it is not fully configured.',
    why: 'An option of createNectarConnect is missing or wrong. This server counts as production and does not say which.',
    fix: 'Read its log: it names each one with the fix.',
  },
  unauthenticated: {
    code: 'unauthenticated',
    what: '{what}',
    why: '"authorize" found no session in the request, or nobody has written it yet.',
    fix: '{fix}',
  },
  prefill_ignored: {
    code: null,
    what: '{what}',
    why: 'What a page fills in beforehand is taken field by field, and checked. What is left out costs nobody the page.',
    fix: '{fix}',
  },
  server_failed: {
    code: 'invalid_response',
    what: NOT_OURS,
    why: 'The server failed before the handler could answer, or a proxy in front of it got no answer from it.',
    fix: 'Read the log of the server, and that of the proxy.',
  },
  origin_not_allowed: {
    code: 'origin_not_allowed',
    what: 'The server at {basePath} refused a request: it does not know the origin {origin}.',
    why: 'Requests that change something are taken from the origins that the host names. Behind a proxy the server cannot know its own.',
    fix: 'Pass createNectarConnect({ publicOrigin: \'{origin}\', … }), or name it among "allowedOrigins" when the API lives elsewhere.',
  },
  host_error: {
    code: 'host_error',
    what: '{what}',
    why: 'A function of the host threw, or returned what cannot be used.',
    fix: '{fix}',
  },
  mail_not_sent: {
    code: 'mail_not_sent',
    what: '{what}',
    why: 'The function of the host that mails threw, or took too long.',
    fix: '{fix}',
  },
  company_missing: {
    code: 'company_missing',
    what: '{what}',
    why: '"authorize" answered companyId: null for the organization of whoever is signed in.',
    fix: '{fix}',
  },
  nectar_rejected_key: {
    code: 'nectar_rejected_key',
    what: '{apiOrigin} did not accept "apiKey".',
    why: 'The key is not active, or it belongs to the other environment.',
    fix: 'Set NECTAR_API_KEY to a key that is active, and of the environment (Sandbox or Production) that you mean. npx nectar-sandbox prints the one that it takes.',
  },
  nectar_rejected: {
    code: 'nectar_rejected',
    what: '{apiOrigin} refused what it was asked.',
    why: 'The company is not visible to this key (another environment, a made-up id), or a value of "invitationPolicy" is wrong.',
    fix: 'Let "authorize" answer the companyId that ensureCompany() gave you with this key, and look at what "invitationPolicy" returns.',
  },
  invitation_url_untrusted: {
    code: 'invitation_url_untrusted',
    what: 'The invitation does not live on {hostedOrigin}.',
    why: 'A page that lives elsewhere may be anybody’s, so it is not shown.',
    fix: 'Set "nectar.hostedOrigin" to where the page of your Nectar is. With npx nectar-sandbox, set "nectar.sandbox" to its address instead.',
  },
  nectar_unavailable: {
    code: 'nectar_unavailable',
    what: 'Nothing could be reached at {apiOrigin}.',
    why: 'Nobody listens there, or something on the way broke the connection off.',
    fix: 'If that is npx nectar-sandbox, start it. Else see that "nectar.apiOrigin" or "nectar.sandbox" is right, and that this server may go out.',
  },
  proxy_ignored: {
    code: 'nectar_unavailable',
    what: 'Nothing could be reached at {apiOrigin}, and {variable} names a proxy that Node’s own fetch does not use.',
    why: 'The direct way out is closed, and Node goes through a proxy only when it is told to.',
    fix: 'Start Node with NODE_USE_ENV_PROXY=1 (from Node 22.21 or 24 on), or pass createNectarConnect({ fetch }) with one that goes through the proxy.',
  },
} as const satisfies Record<string, Omit<SetupProblem, 'docs'> & { code: ErrorCode | null }>

export type SetupProblemName = keyof typeof SETUP_PROBLEMS

/** @example describeSetupProblem('unreachable', { basePath: 'https://api.example.com/nectar', origin: location.origin }) */
export function describeSetupProblem(
  name: SetupProblemName,
  details: Readonly<Record<string, unknown>>,
): SetupProblem {
  const { code, what, why, fix } = SETUP_PROBLEMS[name]
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (word, key) => String(details[key] ?? word))
  return { what: fill(what), why: fill(why), fix: fill(fix), docs: docsUrl('troubleshooting', code) }
}

/**
 * One of the texts that a development server sends along: its first sentence says what is wrong, the others
 * how to fix it.
 *
 * @example readSetupProblem('not_configured', '"apiKey" is missing. Set NECTAR_API_KEY.')
 */
export function readSetupProblem(name: ErrorCode | SetupProblemName, text: string): SetupProblem {
  const end = text.indexOf('. ') + 1
  const { why, code: section } = isSetupProblem(name)
    ? SETUP_PROBLEMS[name]
    : { ...SETUP_PROBLEMS.not_configured, code: name }
  return {
    what: end === 0 ? text : text.slice(0, end),
    why,
    fix: end === 0 ? 'The log of the server has more about it.' : text.slice(end).trimStart(),
    docs: docsUrl('troubleshooting', section),
  }
}

/** The variable that names a proxy which Node's own `fetch` does not use; null: there is none, or it is used. */
export function findIgnoredProxy(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env.NODE_USE_ENV_PROXY === '1' || env.NODE_OPTIONS?.includes('--use-env-proxy')) return null
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((name) => env[name]) ?? null
}

function isSetupProblem(name: string): name is SetupProblemName {
  return Object.hasOwn(SETUP_PROBLEMS, name)
}
