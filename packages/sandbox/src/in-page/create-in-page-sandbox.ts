import { CALLS } from '../control/calls.ts'
import type { SandboxControl } from '../control/sandbox-control.ts'
import type { SeedCompany, SeededCompany } from '../control/seed-schema.ts'
import { DEFAULT_API_KEY, type SandboxOptions } from '../options.ts'
import { buildSandbox, type Sandbox } from '../sandbox.ts'
import { followTabLinks, showHostedPage } from './hosted-frame.ts'
import { assertFictitiousKey, createRealKeyGuard, PAGE_ORIGIN } from './real-key-guard.ts'

/** What a server inside a page is made with; hand all of it to `createNectarConnect`. */
export interface InPageServerOptions {
  apiKey: string
  /** Missing where the sandbox sends no webhooks. */
  webhookSecret?: string
  /** The sandbox's address. Nothing answers there but `fetch`. */
  nectar: { apiOrigin: string; hostedOrigin: string }
  publicOrigin: string
  basePath: string
  fetch: typeof fetch
}

/** As much of `createNectarConnect`'s answer as a page needs. */
export interface InPageServer {
  handler(request: Request): Promise<Response>
}

/** Options of `createInPageSandbox`. */
export interface InPageSandboxOptions
  extends Omit<SandboxOptions, 'origin' | 'apiKeys' | 'webhook' | 'fetch'> {
  /** Makes the server. It is called once, when the companies are there. */
  server: (made: {
    options: InPageServerOptions
    companies: SeededCompany[]
    sandbox: Sandbox
  }) => InPageServer
  /** Companies to begin with. Default: none. */
  companies?: readonly SeedCompany[]
  /** Has to begin with `nectar-sandbox-`. Default `nectar-sandbox-key`. */
  apiKey?: string
  /** Whether the sandbox sends webhooks; else the server finds out by reading. Default true. */
  hasWebhooks?: boolean
  /** Where the widget looks for its backend. Default `/api/nectar`. */
  basePath?: string
}

/** Nectar, a host's server and the way between them, all of it inside one page. */
export interface InPageSandbox {
  /** What the widget takes for the way to its backend. It ends in this page. */
  fetch: typeof fetch
  sandbox: Sandbox
  /** The sandbox's control. */
  control: SandboxControl
  /**
   * Shows the hosted page in a frame on an opaque origin, from its first page to its last, and calls back whenever a
   * page is there.
   *
   * @param frame has `sandbox="allow-scripts allow-forms"`, and no address
   * @param url as the invitation has it
   * @returns ends it
   * @throws SandboxError `invalid` for a frame that is not sandboxed like that, or an address of elsewhere
   */
  showPage(frame: HTMLIFrameElement, url: string, onShown: () => void): () => void
  /** Opens links to the hosted page in tabs, where they would lead nowhere. @returns ends it */
  followTabLinks(root: Document): () => void
  /** Calls off what is still to come. */
  close(): void
}

/**
 * The third home of the sandbox: a browser page, such as a static Storybook. The widget, the server's core and the
 * sandbox are the real ones; there is no network between them, and nothing listens.
 *
 * @throws SandboxError `real_key` for a key that may be a real one; `invalid` for another option that does not fit
 * @example
 * import { createNectarConnect } from '@nectar-connect/server'
 *
 * const page = createInPageSandbox({
 *   companies: [{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }] }],
 *   server: ({ options, companies: [company] }) =>
 *     createNectarConnect({
 *       ...options,
 *       authorize: () => ({ companyId: company?.id ?? null, userId: 'u-1' }),
 *     }),
 * })
 */
export function createInPageSandbox({
  server,
  companies = [],
  apiKey = DEFAULT_API_KEY,
  hasWebhooks = true,
  basePath = '/api/nectar',
  ...options
}: InPageSandboxOptions): InPageSandbox {
  assertFictitiousKey(apiKey)
  const secret = createSecret()
  const publicOrigin = globalThis.location?.origin ?? PAGE_ORIGIN
  const webhook = { url: new URL(`${basePath}/webhooks`, publicOrigin).href, secret }
  const { sandbox, parts } = buildSandbox({
    ...options,
    origin: PAGE_ORIGIN,
    apiKeys: [apiKey],
    ...(hasWebhooks && { webhook }),
    fetch: (input, init) => made.handler(new Request(input, init)),
  })
  const nectar = createRealKeyGuard(sandbox.fetch)
  const made = server({
    options: {
      apiKey,
      ...(hasWebhooks && { webhookSecret: secret }),
      nectar: { apiOrigin: PAGE_ORIGIN, hostedOrigin: PAGE_ORIGIN },
      publicOrigin,
      basePath,
      fetch: nectar.fetch,
    },
    companies: CALLS.seed.run(parts, { companies: [...companies] }),
    sandbox,
  })

  return {
    async fetch(input, init) {
      nectar.assertUnharmed()
      const response = await made.handler(sameOriginRequest(new Request(input, init)))
      nectar.assertUnharmed()
      return response
    },
    sandbox,
    control: sandbox.control,
    showPage: (frame, url, onShown) => showHostedPage({ fetch: sandbox.fetch, frame, url, onShown }),
    followTabLinks: (root) => followTabLinks(root, sandbox.fetch),
    close: () => sandbox.close(),
  }
}

function createSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))}`
}

/** A page may not set `Sec-Fetch-Site`: the browser does, on the way out. Here nothing goes out. */
function sameOriginRequest(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('sec-fetch-site', 'same-origin')
  return Object.defineProperty(request, 'headers', { value: headers })
}
