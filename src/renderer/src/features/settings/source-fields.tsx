import { TagsInput } from '@mantine/core'
import type { Settings } from '#shared/settings.ts'
import { boardSlug } from './board-slug.ts'
import { useDraft } from './use-draft.ts'
import { useSaveSettings } from './use-settings.ts'

/** The company boards to read; a pasted address becomes the board's name. */
export function BoardsField({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const { draft, set } = useDraft(settings.greenhouseBoards)
  return (
    <TagsInput
      label="Boards"
      description="Paste the address of a company’s board, or its name at the end of it."
      placeholder={draft.length === 0 ? 'boards.greenhouse.io/company' : 'Add a board'}
      value={draft}
      error={issues.greenhouseBoards && 'One of these is not a Greenhouse board. Nothing was saved.'}
      maxTags={300}
      onChange={(entered) => {
        const boards = [...new Set(entered.map(boardSlug))]
        set(boards)
        void save({ greenhouseBoards: boards })
      }}
    />
  )
}

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
