// Draws the network with sigma (WebGL) and tells of what is pressed, dragged and pointed at.
import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Places } from '../../../shared/network/graph-files.ts';
import {
  heaviestOf,
  type NetModel,
  neighboursOf,
  sizeOf,
  standingOfEdge,
  thicknessOf,
} from '../../../shared/network/model.ts';
import { drawHover, LabelSheet } from './draw-label.ts';
import type { Measures } from './measures.ts';
import { groupColour, type NetPalette } from './palette.ts';
import { DashedProgram, DottedProgram, SquareProgram } from './programs.ts';
import type { Pins } from './use-layout-job.ts';

export interface PictureEvents {
  readonly onSelect: (at: number | undefined) => void;
  readonly onOpen: (at: number) => void;
  /** A node was dragged to a place. */
  readonly onPin: (at: number, place: readonly [number, number]) => void;
}

export interface Look {
  readonly palette: NetPalette;
  readonly measures: Measures | undefined;
  readonly selected: number | undefined;
  /** Nodes on a way that is shown. */
  readonly way: ReadonlySet<number>;
  readonly pins: Pins;
}

/** With more edges than this they are left out while the picture moves. */
const mostMovingEdges = 8000;

/** Whether a picture can be drawn at all. */
export function canDrawNetwork(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Pixels that a hand may move while it clicks. */
const trembling = 3;

export class PictureController {
  readonly #graph = new Graph({ type: 'mixed', multi: true });
  readonly #sigma: Sigma;
  #model: NetModel | undefined;
  #look: Look | undefined;
  #hovered: number | undefined;
  #near: ReadonlySet<number> = new Set();
  #dragged: string | undefined;
  #hasMoved = false;
  #isLarge = false;
  readonly #ended = new AbortController();

  /**
   * @param onLost the system took a drawing surface away: nothing is drawn any more
   * @throws Error when it gives none
   */
  constructor(container: HTMLElement, events: PictureEvents, onLost: () => void) {
    const labels = new LabelSheet();
    this.#sigma = new Sigma(this.#graph, container, {
      ...{ allowInvalidContainer: true, zIndex: true, labelDensity: 0.5, labelGridCellSize: 150 },
      ...{
        labelRenderedSizeThreshold: 5,
        labelFont: 'Inter, Noto Sans Arabic, Noto Sans',
        labelSize: 12,
      },
      ...{ minCameraRatio: 0.02, maxCameraRatio: 4, stagePadding: 40, minEdgeThickness: 0.8 },
      doubleClickZoomingRatio: 1,
      defaultDrawNodeLabel: labels.add,
      defaultDrawNodeHover: drawHover,
      nodeProgramClasses: { circle: NodeCircleProgram, square: SquareProgram },
      edgeProgramClasses: {
        ...{ line: EdgeRectangleProgram, arrow: EdgeArrowProgram },
        ...{ dashed: DashedProgram, dotted: DottedProgram },
      },
      nodeReducer: (key, data) => this.#nodeLook(Number(key), data),
      edgeReducer: (key, data) => this.#edgeLook(Number(key), data),
    });
    this.#sigma.on('afterRender', labels.flush);
    this.#listen(events);
    const { signal } = this.#ended;
    // of several surfaces that go together the first tells
    const lost = () => {
      this.#ended.abort();
      onLost();
    };
    for (const canvas of Object.values(this.#sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', lost, { signal });
    }
  }

  #listen({ onSelect, onOpen, onPin }: PictureEvents): void {
    const sigma = this.#sigma;
    sigma.on('clickNode', ({ node }) => {
      if (!this.#hasMoved) onSelect(Number(node));
    });
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      // a drag soon after a click ends as the second click of two
      if (!this.#hasMoved) onOpen(Number(node));
    });
    // the end of a drag comes as a click too, now and then as one beside the node
    sigma.on('clickStage', () => {
      if (!this.#hasMoved) onSelect(undefined);
    });
    sigma.on('downStage', () => {
      this.#hasMoved = false;
    });
    sigma.on('enterNode', ({ node }) => this.#point(Number(node)));
    sigma.on('leaveNode', () => this.#point(undefined));
    let from = { x: 0, y: 0 };
    sigma.on('downNode', ({ node, event }) => {
      this.#dragged = node;
      this.#hasMoved = false;
      from = { x: event.x, y: event.y };
      // else the picture would be scaled anew under the hand
      if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox());
    });
    const mouse = sigma.getMouseCaptor();
    mouse.on('mousemovebody', (event) => {
      if (this.#dragged === undefined) return;
      const way = Math.hypot(event.x - from.x, event.y - from.y);
      this.#hasMoved ||= way > trembling;
      if (!this.#hasMoved) return;
      const { x, y } = sigma.viewportToGraph(event);
      this.#graph.mergeNodeAttributes(this.#dragged, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    mouse.on('mouseup', () => {
      const node = this.#dragged;
      this.#dragged = undefined;
      if (node === undefined || !this.#hasMoved) return;
      const { x, y } = this.#graph.getNodeAttributes(node);
      onPin(Number(node), [Number(x), Number(y)]);
    });
  }

  #point(at: number | undefined): void {
    const before = [this.#hovered, ...this.#near];
    this.#hovered = at;
    this.#near =
      at === undefined || this.#model === undefined ? new Set() : neighboursOf(this.#model, at);
    if (!this.#isLarge) {
      this.#sigma.refresh({ skipIndexation: true });
      return;
    }
    // of a large network only what is lit or was is drawn anew; the rest is not dimmed
    const nodes = [...before, at, ...this.#near].filter((node) => node !== undefined);
    const edges = [before[0], at].flatMap((node) => this.#model?.edgesOf[node ?? -1] ?? []);
    this.#sigma.refresh({
      partialGraph: { nodes: nodes.map(String), edges: edges.map(String) },
      skipIndexation: true,
    });
  }

  /** Another network. */
  setModel(model: NetModel, places: Places): void {
    this.#model = model;
    this.#hovered = undefined;
    this.#near = new Set();
    const graph = this.#graph;
    graph.clear();
    const most = model.nodes.reduce((high, node) => Math.max(high, node.count), 1);
    model.nodes.forEach((node, at) => {
      graph.addNode(String(at), {
        ...{ x: places.x[at] ?? 0, y: places.y[at] ?? 0, size: sizeOf(node, most) },
        ...{ label: node.name, type: node.kind === 'actor' ? 'circle' : 'square' },
      });
    });
    const heaviest = heaviestOf(model);
    model.edges.forEach((edge, at) => {
      const standing = standingOfEdge(edge);
      const whole = edge.kind === 'relation' ? 'arrow' : 'line';
      const type = { firm: whole, claimed: 'dashed', denied: 'dotted' }[standing];
      const size = edge.kind === 'together' ? thicknessOf(edge, heaviest) : 2;
      graph.addDirectedEdgeWithKey(String(at), String(edge.from), String(edge.to), { type, size });
    });
    this.#isLarge = model.edges.length > mostMovingEdges;
    const isLarge = this.#isLarge;
    this.#sigma.setCustomBBox(null);
    this.#sigma.setSettings({ hideEdgesOnMove: isLarge, hideLabelsOnMove: isLarge });
  }

  setPlaces({ x, y }: Places): void {
    this.#sigma.setCustomBBox(null);
    this.#graph.updateEachNodeAttributes(
      (key, data) => ({ ...data, x: x[Number(key)] ?? 0, y: y[Number(key)] ?? 0 }),
      { attributes: ['x', 'y'] },
    );
  }

  setLook(look: Look): void {
    this.#look = look;
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Whether all but what is pointed at steps back. */
  get #dims(): boolean {
    return this.#hovered !== undefined && !this.#isLarge;
  }

  #nodeLook(at: number, data: Record<string, unknown>): Partial<NodeDisplayData> {
    const node = this.#model?.nodes[at];
    const look = this.#look;
    if (node === undefined || look === undefined) return data;
    const { palette, measures, selected, way, pins } = look;
    const group = measures?.group[at] ?? 0;
    const isChosen = at === selected || at === this.#hovered;
    const isDim =
      (this.#dims && !isChosen && !this.#near.has(at)) ||
      (this.#hovered === undefined && way.size > 0 && !way.has(at) && !isChosen);
    const colour = node.kind === 'incident' ? palette.incident : groupColour(palette, group);
    const shown = {
      ...data,
      color: isDim ? palette.dim : colour,
      label: isDim ? '' : node.name,
      group: node.kind === 'actor' ? group : 0,
      ...{ isPinned: pins[node.id] !== undefined, palette },
      highlighted: at === selected,
      forceLabel: isChosen || way.has(at) || this.#near.has(at),
      zIndex: isChosen ? 3 : way.has(at) || this.#near.has(at) ? 2 : isDim ? 0 : 1,
    };
    return shown;
  }

  #edgeLook(at: number, data: Record<string, unknown>): Partial<EdgeDisplayData> {
    const edge = this.#model?.edges[at];
    const look = this.#look;
    if (edge === undefined || look === undefined) return data;
    const { palette, selected, way } = look;
    const touches = (node: number | undefined) =>
      node !== undefined && (edge.from === node || edge.to === node);
    const isOnWay = way.has(edge.from) && way.has(edge.to);
    const usual = edge.kind === 'relation' ? palette.relation : palette.edge;
    const isDim = this.#dims ? !touches(this.#hovered) : way.size > 0 && !isOnWay;
    const color = isDim
      ? palette.dim
      : isOnWay
        ? palette.way
        : touches(this.#hovered) || touches(selected)
          ? palette.chosen
          : usual;
    return { ...data, color, zIndex: isDim ? 0 : isOnWay || touches(selected) ? 2 : 1 };
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    camera.setState({ ratio: camera.getBoundedRatio(camera.getState().ratio / factor) });
  }

  /** Shows all. */
  fit(): void {
    this.#sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** Brings a node into sight. */
  reveal(at: number): void {
    const data = this.#sigma.getNodeDisplayData(String(at));
    if (data === undefined) return;
    const { width, height } = this.#sigma.getDimensions();
    const { x, y } = this.#sigma.framedGraphToViewport(data);
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    this.#sigma.getCamera().setState({ x: data.x, y: data.y });
  }

  resize(): void {
    this.#sigma.resize();
    this.#sigma.refresh({ skipIndexation: true });
  }

  end(): void {
    this.#ended.abort();
    this.#sigma.kill();
  }
}
