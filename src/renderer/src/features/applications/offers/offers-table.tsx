import { IconAward } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ComparedOffer } from '#shared/application-parts.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import type { Here } from '../detail/time/when-words.ts'
import { type OfferCell, offerRows } from './offer-rows.ts'
import classes from './offers-table.module.css'

/** Offers as columns, questions as rows; what is best in a row says so. A narrow window scrolls it sideways. */
export function OffersTable({ offers, here }: { readonly offers: readonly ComparedOffer[]; readonly here: Here }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label="Comparison of offers" tabIndex={0}>
      <table className={classes.table}>
        <caption className="cc-unseen">Offers side by side, the best paid first</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              <span className="cc-unseen">What is compared</span>
            </th>
            {offers.map((offer) => (
              <th key={offer.id} scope="col" className={classes.head}>
                <Link to="/applications/$id" params={{ id: String(offer.applicationId) }} className={classes.open}>
                  {offer.title}
                </Link>
                <span className={classes.company}>
                  {[offer.company, offer.place].filter((part) => part !== '').join(' · ')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offerRows(offers, here).map((row) => (
            <tr key={row.name}>
              <th scope="row" className={classes.name}>
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                <td key={offers[index]?.id} data-best={cell.mark !== null || undefined}>
                  <Answer cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Answer({ cell }: { readonly cell: OfferCell }) {
  if (cell.lines.length === 0) return <span className={classes.silent}>Not said</span>
  return (
    <>
      <ul className={classes.lines}>
        {cell.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {cell.mark !== null && (
        <ToneBadge tone="good" icon={IconAward}>
          {cell.mark}
        </ToneBadge>
      )}
    </>
  )
}
