/** A KML file as features of GeoJSON. Nothing that it links to is fetched; entities are refused. */
import { kml } from '@tmcw/togeojson';
import { DOMParser } from 'linkedom';
import { SaxesParser } from 'saxes';
import { carriedElement } from '../../../shared/export/kml.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { WholeFile } from './json-file.ts';

const mostDepth = 200;

export interface ReadKml {
  readonly features: readonly unknown[];
  /** NetworkLinks that were left alone. */
  readonly links: number;
}

/** Throws `file/unreadable` with the line for broken XML, entities, and another kind of file. */
export function readKml({ fileName, text }: WholeFile): ReadKml {
  const refuse = (reason: string, message: string) =>
    new AppError('file/unreadable', message, { fileName, reason });
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let links = 0;
  let root = '';
  parser.on('error', (error) => {
    const message = `${fileName} is broken XML (line ${parser.line}): ${error.message.slice(0, 120)}`;
    throw refuse('broken-xml', message);
  });
  parser.on('doctype', () => {
    const message = `${fileName} declares a document type, by which entities are smuggled in. Take it out.`;
    throw refuse('doctype', message);
  });
  parser.on('opentag', ({ name }) => {
    depth += 1;
    if (root === '') root = name;
    if (name.endsWith('NetworkLink')) links += 1;
    if (depth > mostDepth) throw refuse('too-deep', `${fileName} is nested too deep.`);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(text).close();
  if (!/(^|:)kml$/.test(root)) throw refuse('not-kml', `${fileName} is XML, but not KML.`);
  const document = new DOMParser().parseFromString(text, 'text/xml');
  showCarried(document as unknown as Tree);
  const { features } = kml(document as unknown as Parameters<typeof kml>[0]);
  return {
    features: features
      .filter(({ properties }) => properties?.['@geometry-type'] !== 'networklink')
      .map(withCarried),
    links,
  };
}

interface Element {
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  append(child: Element): void;
  replaceWith(other: Element): void;
}
interface Tree {
  createElement(name: string): Element;
  getElementsByTagName(name: string): Iterable<Element>;
}

/** Name of the data that hold an incident of ours, for as long as a file is read. */
const carriedName = 'cairn:incident';

/** What Cairn wrote beside its data is no data of KML: made some, so that it comes with its placemark. */
function showCarried(document: Tree): void {
  for (const own of [...document.getElementsByTagName(carriedElement)]) {
    const data = document.createElement('Data');
    data.setAttribute('name', carriedName);
    const value = document.createElement('value');
    value.textContent = own.textContent;
    data.append(value);
    own.replaceWith(data);
  }
}

/** The incident of ours as the foreign member that GeoJSON has it in. */
function withCarried<T extends { readonly properties: Record<string, unknown> | null }>(
  feature: T,
): T | (T & { readonly cairn: unknown }) {
  const text = feature.properties?.[carriedName];
  if (typeof text !== 'string') return feature;
  const { [carriedName]: _, ...properties } = feature.properties ?? {};
  try {
    return { ...feature, properties, cairn: JSON.parse(text) as unknown };
  } catch {
    return { ...feature, properties };
  }
}
