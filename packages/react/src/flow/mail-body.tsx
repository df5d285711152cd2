import { useLayoutEffect, useRef } from 'react'
import { copyMail } from './copy-mail.ts'

interface MailBodyProps {
  html: string
  /** What it is, for those who do not see it. */
  label: string
}

/** A mail as it will look, out of reach of the page's styles. */
export function MailBody({ html, label }: MailBodyProps) {
  const ref = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const host = ref.current
    if (!host) return
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    root.replaceChildren(...[copyMail(html)].filter((copy) => copy !== null))
  }, [html])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach that
    <section ref={ref} className="nectar-mail__body" aria-label={label} tabIndex={0} />
  )
}
