import { SANDBOX_PROVIDER_URL } from '../../core/catalogue.ts'
import type { World } from '../../core/world.ts'
import { DEFAULT_API_KEY } from '../../options.ts'
import { SANDBOX_PASSWORD, SANDBOX_SIGN_INS, SANDBOX_USERNAME } from '../credentials.ts'
import { type Html, html } from '../html.ts'
import { layout } from './layout.ts'

/** What somebody sees who opens the sandbox's address itself. */
export function homePage(world: World): Html {
  const { origin, apiKeys } = world.options
  const { companies, connections, invitations } = world.state
  return layout({
    world,
    invitation: null,
    title: 'Start',
    main: html`<div class="sheet">
<div class="body home">
<h1>Nectar sandbox is running</h1>
<p class="sub">An emulator of Nectar’s API, hosted page and webhooks. Everything is kept in memory and gone when it stops.</p>
<dl class="facts">
<div><dt>API</dt><dd><code>${origin}/v2.2</code></dd></div>
<div><dt>Key</dt><dd>${apiKeys.includes(DEFAULT_API_KEY) ? html`<code>X-API-Key: ${DEFAULT_API_KEY}</code>` : 'The one you started it with, in X-API-Key'}</dd></div>
<div><dt>Hosted page</dt><dd><code>${origin}/p/i/…</code> from an invitation’s <code>invitationUrl</code></dd></div>
<div><dt>Provider address</dt><dd><code>${SANDBOX_PROVIDER_URL}</code></dd></div>
<div><dt>Accepted</dt><dd><code>${SANDBOX_USERNAME}</code> with <code>${SANDBOX_PASSWORD}</code></dd></div>
<div><dt>Other endings</dt><dd><details><summary>${SANDBOX_SIGN_INS.length - 1} usernames, same password</summary><ul>${SANDBOX_SIGN_INS.slice(1).map(({ username, says }) => html`<li><code>${username}</code> ${says}</li>`)}</ul></details></dd></div>
<div><dt>Not accepted</dt><dd>Anything else</dd></div>
<div><dt>Holds now</dt><dd>Companies: ${companies.size}, connections: ${connections.size}, invitations: ${invitations.size}</dd></div>
</dl>
</div>
<footer class="foot"><p class="note">Control: <a href="/_sandbox/snapshot">snapshot</a>, <a href="/_sandbox/stats">stats</a>. Licence of the typeface: <a href="/assets/figtree-license.txt">OFL 1.1</a>.</p></footer>
</div>`,
  })
}
