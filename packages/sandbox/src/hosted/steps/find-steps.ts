import { html } from 'hono/html'
import { hostOf, PROVIDERS, type Provider, SANDBOX_PROVIDER_URL } from '../../state/providers.ts'
import {
  blankMark,
  field,
  type Html,
  helper,
  icon,
  providerCard,
  providerMark,
  type StepInput,
  type StepView,
} from '../parts.ts'
import { found, typeList } from '../texts.ts'

const POPULAR = 6

/** Choose the utility. Without script, the search sends the form and the answer holds the matches. */
export function findStep({ state, invitation, feedback }: StepInput): StepView {
  const query = feedback.values.q ?? ''
  const regions = new Set(state.sites.of(invitation.companyId).flatMap((site) => site.path))
  const near = (provider: Provider) => provider.regions.some((region) => regions.has(region))
  const sorted = [...PROVIDERS].sort((a, b) => Number(near(b)) - Number(near(a)))
  const matches = sorted.filter((provider) => searchText(provider).includes(query.toLowerCase()))
  const shown = query === '' ? sorted.slice(0, POPULAR) : matches
  const listName = sorted.some(near) ? 'Often linked near your sites' : 'Often linked'
  return {
    title: 'Find your utility',
    heading: 'Which utility sends the bills?',
    sub: 'Choose the company whose website you sign in to.',
    body: html`<div class="search">
${icon('search')}
<label class="unseen" for="q">Search utilities</label>
<input class="input" type="search" id="q" name="q" value="${query}" placeholder="Name or web address" autocomplete="off" spellcheck="false" data-search>
<button type="submit" name="action" value="search" class="search-go">Search</button>
</div>
<p class="over" role="status" data-over="${listName}">${query === '' ? listName : found(matches.length)}</p>
<ul class="utilities" data-list ${query !== '' && html`data-searching`}>
${sorted.map((provider) => row(provider, shown.includes(provider), query === ''))}
<li class="not-listed"><button type="submit" name="provider" value="not-listed">
${blankMark('plus')}<span><b>My utility isn’t listed</b><small>Enter the address of the site where you see your bills</small></span>${icon('forward')}
</button></li>
</ul>`,
    note: 'You need the username and password of the utility’s website.',
  }
}

function row(provider: Provider, shown: boolean, isFirst: boolean): Html {
  return html`<li ${!shown && html`hidden`} data-text="${searchText(provider)}" ${shown && isFirst && html`data-popular`}>
<button type="submit" name="provider" value="${provider.id}">
${providerMark(provider)}<span><b data-name>${provider.name}</b><small>${typeList(provider.types)} · ${provider.regions.join(', ')}<span class="host"> · ${hostOf(provider.url)}</span></small></span>${icon('forward')}
</button></li>`
}

function searchText(provider: Provider): string {
  return `${provider.name} ${hostOf(provider.url)} ${typeList(provider.types)}`.toLowerCase()
}

/** Type the provider's address, then confirm what was found. */
export function addressStep({ flow, feedback }: StepInput): StepView {
  return {
    title: 'Your utility’s address',
    heading: 'Where do you see your bills?',
    sub: 'Paste the address from your browser’s address bar. The sign-in page is best; the home page works too.',
    body: html`${field(feedback, {
      name: 'address',
      label: 'Web address',
      value: feedback.values.address ?? flow.candidate?.url ?? '',
      attributes: html`type="url" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="https://"`,
      addition: html`<button type="submit" name="action" value="look-up" class="button button-line">Look up</button>`,
    })}
${confirmation(flow)}
${helper('Sandbox address', 'the one Nectar documents', [
  {
    code: SANDBOX_PROVIDER_URL,
    outcome: 'Opens the practice utility',
    fill: { address: SANDBOX_PROVIDER_URL },
  },
])}`,
    back: 'Back',
  }
}

function confirmation({ candidate }: StepInput['flow']): Html | null {
  if (candidate === null) return null
  const listed = candidate.listed !== null
  return html`<section class="confirm" aria-labelledby="confirm-title">
<h2 id="confirm-title" class="over">${listed ? 'Is this the one?' : 'This address is new to us. Is it right?'}</h2>
${providerCard(candidate, html`<button type="submit" name="action" value="confirm" class="button">Yes, continue</button>`)}
<p class="hint">${listed ? 'Not it? Check the spelling and look it up again.' : 'A person at Nectar looks at new utilities, so the first check can take longer.'}</p>
</section>`
}
