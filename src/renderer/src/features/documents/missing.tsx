import { Button } from '@mantine/core'
import { IconFileText, IconGhost2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Blank } from '../../ui/blank.tsx'
import { PageFrame } from '../../ui/page.tsx'

/** What stands where a document was, or never was. */
export function Missing() {
  return (
    <PageFrame title="Document">
      <Blank
        icon={IconGhost2}
        title="This document is not here"
        actions={
          <Button
            size="xs"
            leftSection={<IconFileText size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/documents" {...root} />}
          >
            All documents
          </Button>
        }
      >
        It may have been removed, or the link is from another profile.
        <title>Not here · Career Copilot</title>
      </Blank>
    </PageFrame>
  )
}
