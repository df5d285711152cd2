export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 22 26" fill="none" aria-hidden="true">
        <path d="M3 2.5h16" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
        <path d="M11 2.5v9" stroke="currentColor" strokeWidth="1.6" />
        <path className="logo__bob" d="m11 10.5 5 5.2-5 9.3-5-9.3z" />
      </svg>
      Plumbline
    </span>
  )
}
