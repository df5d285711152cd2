import { html } from '../../lib/html.ts'
import { heading, providerCard, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** Where the utility's security codes are to be forwarded. Nobody types a password or a code here. */
export function codesStep({ invitation, flow, arrival }: StepInput): StepView {
  const name = flow.provider?.name ?? 'your utility'
  return {
    title: 'Forward security codes',
    body: html`${heading(
      'Let the security codes reach us',
      'Your sign-in is still good, so no password is needed. Only the codes it asks for no longer arrive.',
      arrival,
    )}
${flow.provider && providerCard(flow.provider, null)}
<ol class="todo">
<li><b>Open the mailbox or the phone</b><span>The one that gets the codes of ${name}.</span></li>
<li><b>Forward its codes to this address</b><span><code class="address">${codesAddress(invitation.connectionId)}</code></span></li>
<li><b>Tell us when it is set up</b><span>Then the next check waits for a code at that address.</span></li>
</ol>`,
    next: 'I have set it up',
  }
}

/** One for each connection, so that a code finds the one it is for. */
function codesAddress(connectionId: string | null): string {
  return `codes-${(connectionId ?? '').slice(0, 8)}@nectar-sandbox.example`
}
