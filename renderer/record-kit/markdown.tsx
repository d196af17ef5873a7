// Markdown of notes, summaries and descriptions. Raw HTML stays text, nothing is fetched, nothing navigates.
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useText } from '../text/index.tsx';
import './markdown.css';

const plugins = [remarkGfm];

interface Props {
  readonly text: string;
  /** Further rules of reading, besides GitHub's. */
  readonly extra?: readonly Plugin[] | undefined;
  /** Headings are headings of the page, below its second level; otherwise they are strong lines. */
  readonly hasHeadings?: boolean | undefined;
}

type Plugin = NonNullable<Options['remarkPlugins']>[number];

/**
 * Renders CommonMark with GitHub's tables, lists and strikes. Links show their address as text and
 * cannot be followed; images show their alternative text and address and are never loaded.
 */
export function SafeMarkdown({ text, extra = [], hasHeadings = false }: Props) {
  const t = useText();
  const components: Components = {
    a: ({ children, href }) => <Address address={href}>{children}</Address>,
    img: ({ alt, src }) => (
      <Address address={typeof src === 'string' ? src : undefined}>
        {t.records.markdown.image(alt ?? '')}
      </Address>
    ),
    input: ({ checked }) => (
      <span role="img" aria-label={checked ? t.records.markdown.done : t.records.markdown.open}>
        {checked ? '☑ ' : '☐ '}
      </span>
    ),
    p: ({ children }) => <p dir="auto">{children}</p>,
    li: ({ children }) => <li dir="auto">{children}</li>,
    blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
    h1: ({ children }) => <p className="markdown-head">{children}</p>,
    h2: ({ children }) => <p className="markdown-head">{children}</p>,
    h3: ({ children }) => <p className="markdown-head">{children}</p>,
    h4: ({ children }) => <p className="markdown-head">{children}</p>,
    h5: ({ children }) => <p className="markdown-head">{children}</p>,
    h6: ({ children }) => <p className="markdown-head">{children}</p>,
  };
  const headings: Components = {
    p: ({ children }) => (
      <p dir="auto" data-atom="">
        {children}
      </p>
    ),
    h1: ({ children }) => <h3 data-atom="head">{children}</h3>,
    h2: ({ children }) => <h3 data-atom="head">{children}</h3>,
    h3: ({ children }) => <h3 data-atom="head">{children}</h3>,
    h4: ({ children }) => <h4 data-atom="head">{children}</h4>,
    h5: ({ children }) => <h4 data-atom="head">{children}</h4>,
    h6: ({ children }) => <h4 data-atom="head">{children}</h4>,
  };
  return (
    <div className="markdown">
      <ReactMarkdown
        remarkPlugins={[...plugins, ...extra]}
        components={hasHeadings ? { ...components, ...headings } : components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

function Address({
  address,
  children,
}: {
  readonly address: string | undefined;
  readonly children?: ReactNode;
}) {
  const isSame = typeof children === 'string' && children === address;
  return (
    <span className="markdown-link">
      {children}
      {address !== undefined && address !== '' && !isSame && (
        <span className="markdown-address"> &lt;{address}&gt;</span>
      )}
    </span>
  );
}
