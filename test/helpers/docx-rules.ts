/**
 * What Word demands of a document, as far as rules can say it: parts, types and relationships that fit
 * (ECMA-376 part 2), the order of elements, references and ids of WordprocessingML (part 4,
 * transitional). Word refuses a file for any of these; other programs mostly do not.
 */
import { posix } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';

type ParentNode = ReturnType<typeof parseDocument>;
type ChildNode = ParentNode['children'][number];
type Element = Extract<ChildNode, { readonly attribs: unknown }>;

/** Text of a part by its name. */
export type Parts = ReadonlyMap<string, string>;

const borders = 'top left start bottom right end insideH insideV tl2br tr2bl between bar';
/** Children in the order of their schema. */
const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:pBdr': borders,
  'w:tblBorders': borders,
  'w:tcBorders': borders,
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
};

/** Attributes that are whole numbers, some below nought. */
const whole =
  /^(?:w:(?:w|sz|pos|left|right|top|bottom|start|end|header|footer|gutter|hanging|firstLine|before|after|line|ilvl|numId|abstractNumId|space)|cx|cy|id|dist[TBLR])$/;

const elementsOf = (node: { readonly children: readonly ChildNode[] }): Element[] =>
  node.children.filter((child) => DomUtils.isTag(child));

function allOf(node: { readonly children: readonly ChildNode[] }): Element[] {
  return elementsOf(node).flatMap((element) => [element, ...allOf(element)]);
}

function read(parts: Parts, name: string): Element[] {
  const text = parts.get(name);
  return text === undefined ? [] : allOf(parseDocument(text, { xmlMode: true }));
}

const attribute = (element: Element, name: string) => element.attribs[name] ?? '';
const named = (elements: readonly Element[], name: string) =>
  elements.filter((element) => element.name === name);

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

/** Faults in words; none for a file that Word opens without a question. */
export function docxFaults(parts: Parts): string[] {
  const inWord = [...parts.keys()].filter((name) => /^word\/[^/]+\.xml$/.test(name));
  return [
    ...typeFaults(parts),
    ...[...parts.keys()]
      .filter((name) => name.endsWith('.rels'))
      .flatMap((n) => relFaults(parts, n)),
    ...inWord.flatMap((name) => partFaults(parts, name)),
  ];
}

/** Every part has a content type. */
function typeFaults(parts: Parts): string[] {
  const types = read(parts, '[Content_Types].xml');
  const endings = named(types, 'Default').map((each) => attribute(each, 'Extension').toLowerCase());
  const own = named(types, 'Override').map((each) => attribute(each, 'PartName').slice(1));
  return [
    ...twice(endings).map((ending) => `ending ${ending} has two content types`),
    ...twice(own).map((name) => `${name} has two content types`),
    ...own.filter((name) => !parts.has(name)).map((name) => `a content type names ${name}`),
    ...[...parts.keys()]
      .filter((name) => name !== '[Content_Types].xml' && !name.endsWith('/'))
      .filter((name) => !own.includes(name))
      .filter((name) => !endings.includes(/[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''))
      .map((name) => `${name} has no content type`),
  ];
}

/** Every target inside is there; ids are unique. */
function relFaults(parts: Parts, name: string): string[] {
  const links = named(read(parts, name), 'Relationship');
  const base = posix.dirname(posix.dirname(name));
  const ids = links.map((link) => attribute(link, 'Id'));
  return [
    ...twice(ids).map((id) => `${name}: id ${id} twice`),
    ...links
      .filter((link) => attribute(link, 'TargetMode') !== 'External')
      .map((link) => posix.join(base, attribute(link, 'Target').replace(/^\//, '')))
      .filter((target) => !parts.has(target))
      .map((target) => `${name}: ${target} is missing`),
  ];
}

function partFaults(parts: Parts, name: string): string[] {
  const all = read(parts, name);
  const say = (fault: string) => `${name}: ${fault}`;
  const rels = read(parts, posix.join('word/_rels', `${posix.basename(name)}.rels`));
  const known = new Set(named(rels, 'Relationship').map((link) => attribute(link, 'Id')));
  const styles = new Set(
    named(read(parts, 'word/styles.xml'), 'w:style').map((each) => attribute(each, 'w:styleId')),
  );
  // Word has it without being told
  styles.add('DefaultParagraphFont');
  const numbers = new Set(
    named(read(parts, 'word/numbering.xml'), 'w:num').map((each) => attribute(each, 'w:numId')),
  );
  const ids = (element: string) => named(all, element).map((each) => attribute(each, 'id'));
  const marks = (element: string) => named(all, element).map((each) => attribute(each, 'w:id'));
  return [
    ...all.flatMap((element) => orderFault(element)),
    ...all.flatMap((element) => shapeFault(element)),
    ...all.flatMap((element) => numberFaults(element)),
    ...twice(ids('wp:docPr')).map((id) => `two drawings have the id ${id}`),
    ...twice(marks('w:bookmarkStart')).map((id) => `two bookmarks have the id ${id}`),
    ...marks('w:bookmarkStart')
      .filter((id) => !marks('w:bookmarkEnd').includes(id))
      .map((id) => `bookmark ${id} has no end`),
    ...all
      .flatMap((each) => [each.attribs['r:id'], each.attribs['r:embed'], each.attribs['r:link']])
      .filter((id) => id !== undefined && !known.has(id))
      .map((id) => `relationship ${id} is not known`),
    ...all
      .filter(({ name: tag }) =>
        ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].includes(tag),
      )
      .map((each) => attribute(each, 'w:val'))
      .filter((style) => !styles.has(style))
      .map((style) => `style ${style} is not known`),
    ...named(all, 'w:numPr')
      .flatMap((each) => named(elementsOf(each), 'w:numId'))
      .map((each) => attribute(each, 'w:val'))
      .filter((number) => number !== '0' && !numbers.has(number))
      .map((number) => `numbering ${number} is not known`),
  ].map(say);
}

function orderFault(element: Element): string[] {
  const order = orders[element.name]?.split(' ');
  if (order === undefined) return [];
  const places = elementsOf(element).map((child) => ({
    child: child.name,
    place: order.indexOf(child.name.replace(/^[^:]+:/, '')),
  }));
  return places.flatMap(({ child, place }, at) => {
    if (place < 0) return [`${child} stands in ${element.name}`];
    const before = places[at - 1];
    // references to heads and feet come in any order before the rest
    const isReference = /Reference$/.test(child) && /Reference$/.test(before?.child ?? '');
    return before !== undefined && before.place > place && !isReference
      ? [`${child} stands after ${before.child} in ${element.name}`]
      : [];
  });
}

/** A cell ends with a paragraph, a row has as many cells as its table has columns, pieces stand where they may. */
function shapeFault(element: Element): string[] {
  const children = elementsOf(element);
  if (element.name === 'w:tc' && children.at(-1)?.name !== 'w:p')
    return ['a cell ends without a paragraph'];
  if (element.name === 'w:p' && children.slice(1).some(({ name }) => name === 'w:pPr')) {
    return ['w:pPr is not the first of its paragraph'];
  }
  if (element.name === 'w:r' && children.slice(1).some(({ name }) => name === 'w:rPr')) {
    return ['w:rPr is not the first of its run'];
  }
  if (element.name === 'w:body' && children.at(-1)?.name !== 'w:sectPr')
    return ['the body ends without its section'];
  if (element.name !== 'w:tbl') return [];
  const columns = named(children, 'w:tblGrid').flatMap(elementsOf).length;
  const wide = (cell: Element) =>
    Number(named(allOf(cell), 'w:gridSpan')[0]?.attribs['w:val'] ?? 1);
  return named(children, 'w:tr')
    .map((row) => named(elementsOf(row), 'w:tc').reduce((sum, cell) => sum + wide(cell), 0))
    .filter((count) => count !== columns)
    .map((count) => `a row of ${count} in a table of ${columns} columns`);
}

function numberFaults(element: Element): string[] {
  return Object.entries(element.attribs)
    .filter(([name, value]) => whole.test(name) && /^-?\d*\.\d+$/.test(value))
    .map(([name, value]) => `${element.name} has ${name} ${value}, which is no whole number`);
}
