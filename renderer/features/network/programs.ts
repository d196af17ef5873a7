// What sigma does not draw by itself: squares for incidents, dashes and dots for edges in doubt.
import { EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';

/** The circle's triangle with a square let through. */
const squareFragment = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;

void main(void) {
  float reach = max(abs(v_diffVector.x), abs(v_diffVector.y));
  gl_FragColor = reach > v_radius * 0.7 ? vec4(0.0) : v_color;
}
`;

export class SquareProgram extends NodeCircleProgram {
  override getDefinition() {
    return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: squareFragment };
  }
}

/** A rectangle from end to end that also knows how far along it is, in pixels. */
const alongVertex = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
uniform float u_feather;

varying vec4 v_color;
varying float v_along;

void main() {
  vec2 normal = a_normal * a_normalCoef;
  vec2 position = mix(a_positionStart, a_positionEnd, a_positionCoef);
  float wide = length(normal);
  float pixels = max(wide, u_minEdgeThickness * u_sizeRatio);
  float thickness = pixels * u_correctionRatio / u_sizeRatio;
  gl_Position = vec4((u_matrix * vec3(position + normal / wide * thickness, 1)).xy, 0, 1);
  v_along = a_positionCoef * distance(a_positionStart, a_positionEnd) / u_correctionRatio;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

/** `mark` of every `step` pixels is drawn. */
const brokenFragment = (step: string, mark: string) => /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_along;

void main(void) {
  #ifndef PICKING_MODE
  if (mod(v_along, ${step}) > ${mark}) discard;
  #endif
  gl_FragColor = v_color;
}
`;

abstract class BrokenProgram extends EdgeRectangleProgram {
  protected definition(fragment: string) {
    return {
      ...super.getDefinition(),
      ...{ VERTEX_SHADER_SOURCE: alongVertex, FRAGMENT_SHADER_SOURCE: fragment },
    };
  }
}

/** Only claimed or alleged. */
export class DashedProgram extends BrokenProgram {
  override getDefinition() {
    return this.definition(brokenFragment('16.0', '10.0'));
  }
}

/** Denied. */
export class DottedProgram extends BrokenProgram {
  override getDefinition() {
    return this.definition(brokenFragment('8.0', '2.6'));
  }
}
