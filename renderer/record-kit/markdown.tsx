// Markdown of notes, summaries and descriptions. Raw HTML stays text, nothing is fetched, nothing navigates.
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useText } from '../text/index.tsx';
import './markdown.css';

const plugins = [remarkGfm];

interface Props {
  readonly text: string;
}

/**
 * Renders CommonMark with GitHub's tables, lists and strikes. Links show their address as text and
 * cannot be followed; images show their alternative text and address and are never loaded.
 */
export function SafeMarkdown({ text }: Props) {
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
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={plugins} components={components}>
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
