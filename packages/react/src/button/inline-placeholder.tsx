/** Where the flow will stand, until it is loaded. */
export function InlinePlaceholder() {
  return (
    <section className="nectar-inline-shell" data-nectar-size="intro" aria-busy="true">
      <div className="nectar-panel">
        <span className="nectar-skeleton" data-nectar-line="title" />
        <span className="nectar-skeleton" data-nectar-line="lead" />
      </div>
    </section>
  )
}
