import { SANDBOX_PASSWORD, SANDBOX_SIGN_INS } from '../../hosted/sign-ins.ts'
import { type Html, html } from '../../lib/html.ts'
import { icon } from '../parts/icons.ts'
import { copyButton, panel } from '../parts/parts.ts'
import { statusMark } from '../parts/status-mark.ts'

/** What to type on the hosted page to reach each outcome. */
export function signInsPanel(): Html {
  return panel({
    id: 'sign-ins',
    title: 'Sign-ins for the hosted page',
    note: 'each with the same password; anything else ends in PASSWORD_INCORRECT',
    actions: html`<span class="mono">${SANDBOX_PASSWORD}</span>${copyButton(SANDBOX_PASSWORD, 'Password')}`,
    body: html`<table>
<thead><tr><th>Username</th><th class="wide">What happens</th><th class="status-column">Ends</th><th class="copy-column"><span class="unseen">Copy</span></th></tr></thead>
<tbody>${SANDBOX_SIGN_INS.map(({ username, says, ends }) => {
      const status = ends ?? 'PENDING'
      const { group, mark } = statusMark(status)
      return html`<tr><th scope="row" class="mono cut">${username}</th><td class="wide dim">${says}</td><td><span class="badge" data-g="${group}">${icon(mark)}${status}</span></td><td class="end">${copyButton(username, username)}</td></tr>`
    })}</tbody></table>`,
  })
}
