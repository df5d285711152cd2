import { STATUS_CATALOG } from '@nectar-connect/contract/wire'
import { type Html, html } from '../../lib/html.ts'
import { PROVIDERS } from '../../state/providers.ts'
import type { ConsoleInput } from '../console-input.ts'
import { shortId } from '../parts/parts.ts'

const MOST = 50

/** Boxes that ask for what a call of the control needs. The script fills `data-template` with what was entered. */
export function dialogs(input: ConsoleInput): Html {
  const { companyId, world } = input
  return html`${companyDialog()}${keysDialog()}${world.webhooks.endpoint.read() !== null && secretDialog()}
${companyId !== null && html`${connectionDialog(companyId)}${invitationDialog(input, companyId)}`}`
}

interface Dialog {
  id: string
  title: string
  call: string
  template: unknown
  said: string
  send: string
  fields: Html
}

function dialog({ id, title, call, template, said, send, fields }: Dialog): Html {
  return html`<form class="question" id="${id}" popover role="dialog" aria-labelledby="${id}-title" data-form="${call}" data-template="${JSON.stringify(template)}" data-said="${said}">
<h2 id="${id}-title">${title}</h2>
<div class="fields">${fields}</div>
<p class="answers"><button class="btn ink" type="submit">${send}</button><button class="btn" type="button" popovertarget="${id}" popovertargetaction="hide">Cancel</button></p>
</form>`
}

/** @param attributes of the input */
function field(label: string, attributes: Html): Html {
  return html`<label><span>${label}</span><input class="field" autocomplete="off" spellcheck="false" ${attributes}></label>`
}

function companyDialog(): Html {
  return dialog({
    id: 'add-company',
    title: 'Add a company',
    call: 'seed',
    template: { companies: [{ name: '$name', externalId: '$externalId', sites: [{ name: '$site' }] }] },
    said: 'The company is there',
    send: 'Add company',
    fields: html`${field('Name', html`name="name" required maxlength="500"`)}
${field('External id (optional)', html`name="externalId" maxlength="200"`)}
${field('A site (optional)', html`name="site" maxlength="500"`)}`,
  })
}

function connectionDialog(companyId: string): Html {
  return dialog({
    id: 'add-connection',
    title: 'Add a connection',
    call: 'addConnection',
    template: { companyId, connection: { provider: '$provider', status: '$status', username: '$username' } },
    said: 'The connection is there',
    send: 'Add connection',
    fields: html`<label><span>Utility</span><select class="field" name="provider">${PROVIDERS.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></label>
<label><span>Status</span><select class="field mono" name="status">${Object.keys(STATUS_CATALOG).map((status) => html`<option>${status}</option>`)}</select></label>
${field('Username (optional)', html`name="username" maxlength="200"`)}`,
  })
}

function invitationDialog({ connections }: ConsoleInput, companyId: string): Html {
  return dialog({
    id: 'add-invitation',
    title: 'Make an invitation',
    call: 'createInvitation',
    template: {
      companyId,
      connectionId: '$connectionId',
      expiresInSeconds: '$expiresInSeconds',
      maxUses: '$maxUses',
      allowedEmails: ['$email'],
      sendEmail: '$sendEmail',
    },
    said: 'The invitation is there',
    send: 'Make invitation',
    fields: html`<label><span>For</span><select class="field" name="connectionId"><option value="">a new connection</option>${connections
      .slice(0, MOST)
      .map(
        ({ id, datasource }) =>
          html`<option value="${id}">signing in again to ${datasource.name}, ${shortId(id)}</option>`,
      )}</select></label>
<label><span>Runs out</span><select class="field" name="expiresInSeconds" data-number><option value="3600">in an hour</option><option value="86400">in a day</option><option value="60">in a minute</option><option value="">never</option></select></label>
<label><span>Uses</span><select class="field" name="maxUses" data-number><option value="1">one</option><option value="3">three</option><option value="">any number</option></select></label>
${field('Only for this address (optional)', html`name="email" type="email" maxlength="320"`)}
<label class="tick-box"><input type="checkbox" name="sendEmail" data-asks-for="email"> Mail the link to that address</label>`,
  })
}

function keysDialog(): Html {
  return html`${dialog({
    id: 'add-key',
    title: 'Accept another API key',
    call: 'addApiKey',
    template: { key: '$key' },
    said: 'The key is accepted too',
    send: 'Accept key',
    fields: html`<p>The others stay good, as while a key is rotated.</p>${field('New key', html`name="key" required maxlength="200"`)}`,
  })}
${dialog({
  id: 'remove-key',
  title: 'Refuse an API key from now on',
  call: 'removeApiKey',
  template: { key: '$key' },
  said: 'The key answers 401 from now on',
  send: 'Refuse key',
  fields: html`<p>Whoever still uses it is answered with 401.</p>${field('Old key', html`name="key" required maxlength="200"`)}`,
})}`
}

function secretDialog(): Html {
  return dialog({
    id: 'rotate-secret',
    title: 'Rotate the webhook secret',
    call: 'rotateWebhookSecret',
    template: { secret: '$secret', overlapMs: '$overlapMs' },
    said: 'Webhooks are signed with the new secret',
    send: 'Rotate secret',
    fields: html`${field('New secret', html`name="secret" required pattern="whsec_[A-Za-z0-9+\\/]{4,}={0,2}" placeholder="whsec_…" title="whsec_ and base64"`)}
<label><span>The old one signs too</span><select class="field" name="overlapMs" data-number><option value="86400000">for a day</option><option value="3600000">for an hour</option><option value="0">no more</option></select></label>`,
  })
}
