/** What the frame asks its page for. */
export type FrameRequest =
  | { type: 'send'; method: string; action: string; fields: [string, string][] }
  | { type: 'follow'; href: string }

/**
 * Runs inside the frame. An opaque origin has nowhere to send a form to: forms and links go over a channel instead,
 * whose other end goes to the page around the frame and to no other origin.
 *
 * @param secret names this document; nobody else knows it
 * @param hostOrigin of the page around the frame
 */
export function bridgeScript(secret: string, hostOrigin: string): string {
  return `'use strict'
const { port1: port, port2 } = new MessageChannel()
document.addEventListener('submit', (event) => {
  event.preventDefault()
  const { target: form, submitter } = event
  const say = (name) => submitter?.getAttribute('form' + name) ?? form.getAttribute(name) ?? ''
  const fields = [...new FormData(form, submitter)].filter(([, value]) => typeof value === 'string')
  port.postMessage({ type: 'send', method: say('method'), action: say('action'), fields })
})
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]')
  if (!link) return
  event.preventDefault()
  port.postMessage({ type: 'follow', href: link.getAttribute('href') })
})
parent.postMessage({ nectarSandboxPage: ${JSON.stringify(secret)} }, ${JSON.stringify(hostOrigin)}, [port2])
`
}
