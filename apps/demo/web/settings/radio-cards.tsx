import { useId } from 'react'

interface Option<Value extends string> {
  value: Value
  label: string
  hint?: string
}

interface RadioCardsProps<Value extends string> {
  legend: string
  text: string
  /** `picture`: small drawings side by side; `list`: one below the other. */
  look: 'picture' | 'list'
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One setting: its name and meaning, and the ways it can be. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const id = useId()
  return (
    <section className="setting" aria-labelledby={`${id}-name`}>
      <div>
        <h2 id={`${id}-name`}>{props.legend}</h2>
        <p id={`${id}-text`}>{props.text}</p>
      </div>
      <div
        className="radio-cards"
        data-look={props.look}
        role="radiogroup"
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-text`}
      >
        {props.options.map(({ value, label, hint }) => (
          <label key={value} className="radio-card">
            {props.look === 'picture' && <ThemePicture theme={value} />}
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <b>{label}</b>
            {hint !== undefined && <span>{hint}</span>}
          </label>
        ))}
      </div>
    </section>
  )
}

/** A page in miniature, in the colors of the theme; half and half for the computer's own. */
function ThemePicture({ theme }: { theme: string }) {
  const halves = theme === 'system' ? ['light', 'dark'] : [theme]
  return (
    <span className="theme-picture" aria-hidden="true">
      {halves.map((half) => (
        <svg
          aria-hidden="true"
          key={half}
          viewBox="0 0 190 88"
          preserveAspectRatio="xMidYMid slice"
          data-half={half}
        >
          <rect className="theme-picture__page" width="190" height="88" />
          <rect className="theme-picture__side" width="44" height="88" />
          <path className="theme-picture__strong" d="M10 14h22M58 17h34" />
          <path className="theme-picture__weak" d="M10 28h26M10 37h26M10 46h22" />
          <rect className="theme-picture__brand" x="146" y="11" width="33" height="11" rx="3" />
          <rect className="theme-picture__card" x="58" y="32" width="121" height="46" rx="4" />
          <path className="theme-picture__weak" d="M67 43h60M67 53h84M67 63h44" />
        </svg>
      ))}
    </span>
  )
}
