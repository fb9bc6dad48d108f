import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Settings } from '#shared/settings.ts'
import { notifyUndo } from '../../ui/notify.tsx'
import classes from './source-body.module.css'
import { useDraft } from './use-draft.ts'
import { useSaveSettings } from './use-settings.ts'

/** The feeds to read. */
export function FeedsField({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const { draft, set } = useDraft(settings.rssFeeds)
  return (
    <TagsInput
      label="Feeds"
      description="Addresses of RSS or Atom feeds, beginning with https:// or http://."
      placeholder={draft.length === 0 ? 'https://example.com/jobs.rss' : 'Add a feed'}
      value={draft}
      error={issues.rssFeeds && 'One of these is not a web address. Nothing was saved.'}
      maxTags={200}
      onChange={(feeds) => {
        set(feeds)
        void save({ rssFeeds: feeds })
      }}
    />
  )
}

/** The pages that carry postings for machines, or lists of them. */
export function JobPagesField({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const { draft, set } = useDraft(settings.jobPages)
  return (
    <TagsInput
      label="Pages"
      description="Careers pages and postings with schema.org data; most systems have it. Beginning with https:// or http://."
      placeholder={draft.length === 0 ? 'https://example.com/careers' : 'Add a page'}
      value={draft}
      error={issues.jobPages && 'One of these is not a web address. Nothing was saved.'}
      maxTags={200}
      onChange={(pages) => {
        set(pages)
        void save({ jobPages: pages })
      }}
    />
  )
}

/** The careers pages that Firecrawl reads, each with its company. */
export function FirecrawlPagesField({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const [company, setCompany] = useState('')
  const [url, setUrl] = useState('')
  const pages = settings.firecrawlPages
  const add = async () => {
    const isSaved = await save({ firecrawlPages: [...pages, { company, url }] })
    if (!isSaved) return
    setCompany('')
    setUrl('')
  }
  const remove = (index: number) => {
    const gone = pages[index]
    void save({ firecrawlPages: pages.filter((_, other) => other !== index) })
    if (gone) notifyUndo(`${gone.company} is no longer read`, () => void save({ firecrawlPages: pages }))
  }
  return (
    <div className={classes.pages}>
      <p className={classes.label}>Careers pages</p>
      {pages.map((page, index) => (
        <div key={`${page.company} ${page.url}`} className={classes.page}>
          <span className={classes.pageName}>{page.company}</span>
          <span className={classes.pageUrl}>{page.url}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Remove ${page.company}`}
            onClick={() => remove(index)}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </div>
      ))}
      <form
        className={classes.page}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextInput
          size="xs"
          aria-label="Company"
          placeholder="Company"
          value={company}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          aria-label="Address of its careers page"
          placeholder="https://example.com/careers"
          value={url}
          error={issues.firecrawlPages && 'Name a company and a web address.'}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" leftSection={<IconPlus size={13} aria-hidden="true" />}>
          Add
        </Button>
      </form>
    </div>
  )
}
