import { type ReactNode, useEffect, useRef } from 'react'
import { takeFocusRequest } from '../router/navigate.ts'

interface PageHeaderProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
}

/** The page's one `h1`. It takes the focus after a change of page, so that a screen reader starts here. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title}, Plumbline`
    if (takeFocusRequest()) heading.current?.focus()
  }, [title])
  return (
    <header className="page-header">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {actions !== undefined && <div className="page-header__actions">{actions}</div>}
    </header>
  )
}
