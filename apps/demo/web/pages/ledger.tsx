const LINES: [date: string, what: string, amount: string, cost: string][] = [
  ['30 Oct', 'Copper Mill, electricity', '12,480 kWh', '$1,622.40'],
  ['30 Oct', 'Pioneer House, water', '214 m³', '$902.18'],
  ['31 Oct', 'The Alder, gas', '1,918 therms', '$2,244.06'],
  ['31 Oct', 'Lake House, electricity', '9,305 kWh', '$1,116.60'],
  ['1 Nov', 'Bay Street House, waste', '3.2 t', '$486.00'],
  ['2 Nov', 'Harbor Stair, electricity', '31,760 kWh', '$4,128.80'],
  ['3 Nov', 'Orchard Inn, gas', '744 therms', '$870.48'],
  ['4 Nov', 'Burnside Row, water', '168 m³', '$711.50'],
  ['5 Nov', 'Riverfront, electricity', '40,112 kWh', '$5,013.99'],
  ['5 Nov', 'Juniper Lodge, waste', '1.9 t', '$288.40'],
  ['6 Nov', 'Mill Race Inn, water', '97 m³', '$402.07'],
  ['8 Nov', 'Millstone Court, gas', '1,030 therms', '$1,205.10'],
  ['9 Nov', 'Column Hill, waste', '2.4 t', '$366.20'],
  ['9 Nov', 'Granite Pass, gas', '980 therms', '$1,146.60'],
  ['10 Nov', 'Bay Street House, water', '310 m³', '$1,311.30'],
  ['11 Nov', 'Lake House, water', '88 m³', '$374.40'],
]

const NEWEST = 5

/** The picture beside the sign-in: bills coming in along the plumb line. */
export function Ledger() {
  return (
    <aside className="ledger" aria-label="About Plumbline">
      <ol className="ledger__lines" aria-hidden="true">
        {LINES.map(([date, what, amount, cost], index) => (
          <li key={what} data-newest={index === NEWEST || undefined}>
            <span>{date}</span>
            <b>{what}</b>
            <span>{amount}</span>
            <span>{cost}</span>
          </li>
        ))}
      </ol>
      <i className="ledger__plumb" />
      <h2>Carbon accounts that hang straight</h2>
      <p>Every figure goes back to the bill it came from.</p>
    </aside>
  )
}
