import { restTime } from '../lib/clock.ts'
import { html } from '../lib/html.ts'
import type { InvitationRecord } from './records.ts'
import type { World } from './world.ts'

/** What is in a mail. */
export interface MailContent {
  subject: string
  text: string
  /** Null: plain text only. */
  html: string | null
}

/** The mail that carries an invitation's link. Nectar's own words are not known; these are the emulator's. */
export function writeInvitationMail(
  world: World,
  { companyId, connectionId, expiresAt }: InvitationRecord,
  { to, url }: { to: string; url: string },
): MailContent {
  const { name } = world.options.brand
  const company = world.state.companies.get(companyId)?.name ?? 'a company'
  const provider = world.state.connections.get(connectionId ?? '')?.datasource.name
  const subject =
    provider === undefined ? `Connect a utility account for ${company}` : `Sign in again to ${provider}`
  const asks =
    provider === undefined
      ? `${name} asks you to connect a utility account, so that the bills of ${company} can be collected.`
      : `${name} asks you to sign in to ${provider} once more, so that the bills of ${company} can be collected again.`
  const limits = `This link was made for ${to}. ${
    expiresAt === null
      ? 'It does not run out.'
      : `It works until ${restTime(expiresAt).slice(0, 16).replace('T', ', ')} UTC.`
  }`
  const action = provider === undefined ? 'Connect the account' : 'Sign in again'
  return {
    subject,
    text: `Hello,\n\n${asks}\n\n${action}:\n${url}\n\n${limits}\n`,
    html: letter(html`<p>Hello,</p><p>${asks}</p>
<p><a class="button" href="${url}">${action}</a></p><p class="small">${limits}</p>`),
  }
}

/** The mail that carries the six digits of the page's gate. */
export function writeCodeMail(world: World, code: string): MailContent {
  const asks = `Enter this code on the page that ${world.options.brand.name} sent you to.`
  const unasked = 'If you did not ask for it, you can ignore this mail.'
  return {
    subject: `${code} is your code`,
    text: `${asks}\n\n${code}\n\n${unasked}\n`,
    html: letter(html`<p>${asks}</p><p class="code">${code}</p><p class="small">${unasked}</p>`),
  }
}

const STYLES = `body { margin: 0; padding: 24px; background: #fff; color: #22201c; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 520px; }
.button { display: inline-block; padding: 10px 18px; border-radius: 6px; background: #16312f; color: #fff; font-weight: 600; text-decoration: none; }
.code { font: 600 28px/1.2 ui-monospace, monospace; letter-spacing: .12em; }
.small { color: #5f5c55; font-size: 13px; }`

function letter(body: { markup: string }): string {
  return `<!doctype html>\n<meta charset="utf-8">\n<style>${STYLES}</style>\n<main>${body.markup}</main>\n`
}
