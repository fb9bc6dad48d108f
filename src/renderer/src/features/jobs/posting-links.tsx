import type { JobDetail } from '#shared/jobs.ts'
import { formatDate, formatQuantity } from '../../ui/format.ts'
import { OutsideLink } from '../../ui/outside-link.tsx'
import classes from './posting-links.module.css'
import { LAYER_WORDS } from './words.ts'

/** Every source that published this job, with the way there and why it counts as the same job. */
export function PostingLinks({ job }: { readonly job: JobDetail }) {
  return (
    <section aria-labelledby="postings-title">
      <h3 id="postings-title" className={classes.title}>
        Published by {formatQuantity(job.postings.length, ['source', 'sources'])}
      </h3>
      <ul className={classes.list}>
        {job.postings.map((posting) => (
          <li key={posting.id} className={classes.item}>
            <div className={classes.line}>
              <OutsideLink href={posting.url}>{posting.sourceName}</OutsideLink>
              <span className={classes.seen}>
                since {formatDate(posting.firstSeenAt)}
                {posting.closedAt !== null && `, gone since ${formatDate(posting.closedAt)}`}
              </span>
            </div>
            <p className={classes.why}>
              {LAYER_WORDS[posting.layer]}
              {posting.layer !== 'first' && posting.reason !== '' && `: ${posting.reason}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
