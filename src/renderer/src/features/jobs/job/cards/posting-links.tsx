import { Button } from '@mantine/core'
import type { JobDetail, PostingLink } from '#shared/jobs.ts'
import { formatDate, formatQuantity } from '../../../../ui/format.ts'
import { OutsideLink } from '../../../../ui/outside-link.tsx'
import { LAYER_WORDS } from '../../facts/words.ts'
import classes from './posting-links.module.css'
import { useSeparate } from './use-separate.ts'

/** Every source that published this job, with the way there, why it counts as the same job, and the button for when it is not. */
export function PostingLinks({ job }: { readonly job: JobDetail }) {
  const { separate, isBusy } = useSeparate()
  return (
    <section aria-labelledby="postings-title">
      <h3 id="postings-title" className={classes.title}>
        {formatQuantity(job.postings.length, ['posting', 'postings'])} of this job
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
            <Why posting={posting} />
            {posting.layer !== 'first' && (
              <Button
                className={classes.apart ?? ''}
                size="compact-xs"
                variant="subtle"
                color="gray"
                disabled={isBusy}
                onClick={() => separate(posting)}
              >
                Not the same job
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Why({ posting }: { readonly posting: PostingLink }) {
  const isMerged = posting.layer !== 'first'
  return (
    <>
      <p className={classes.why}>
        {isMerged && 'Why merged? '}
        {isMerged && posting.reason !== '' ? posting.reason : LAYER_WORDS[posting.layer]}
      </p>
      {isMerged && (
        <p className={classes.why}>
          There it is called “{posting.title}” at {posting.company || 'a company that is not named'}
          {posting.location !== null && `, ${posting.location}`}
        </p>
      )}
    </>
  )
}
