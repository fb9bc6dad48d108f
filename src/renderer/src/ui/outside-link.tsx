import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'

/** The address when it is plain http(s); null for anything else, which is then not made into a link. Pure. */
export function safeHref(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : null
}

/** A link that leaves the app: it opens in the browser, without telling the other side where it came from. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const safe = safeHref(href)
  if (safe === null) return <span>{children}</span>
  return (
    <Anchor href={safe} target="_blank" rel="noopener noreferrer" size="sm">
      {children}
    </Anchor>
  )
}
