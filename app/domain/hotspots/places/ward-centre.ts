import { WARDS } from '../../partnership/ward.ts'
import { type Cell, cellOf, cellsIn, FINEST, type LatLng, OF_A_WARD, resolutionOf, WIDEST, widen } from '../map/cell.ts'

/**
 * The approximate centre of each ward, within half a kilometre, [latitude, longitude], WGS 84: the place of its name on the
 * map, and of the hexagon in which an incident counts when only its ward is known.
 */
export const WARD_CENTRES: Readonly<Record<(typeof WARDS)[number], readonly [lat: number, lng: number]>> = {
  Aigburth: [53.364, -2.927],
  Allerton: [53.367, -2.889],
  Anfield: [53.433, -2.95],
  Arundel: [53.39, -2.941],
  'Belle Vale': [53.389, -2.86],
  Broadgreen: [53.406, -2.897],
  'Brownlow Hill': [53.406, -2.966],
  Calderstones: [53.381, -2.897],
  Canning: [53.399, -2.968],
  Childwall: [53.394, -2.881],
  Church: [53.389, -2.906],
  'City Centre North': [53.409, -2.989],
  'City Centre South': [53.402, -2.979],
  'Clubmoor East': [53.436, -2.927],
  'Clubmoor West': [53.435, -2.938],
  County: [53.448, -2.97],
  Croxteth: [53.456, -2.898],
  'Croxteth Country Park': [53.446, -2.887],
  Dingle: [53.379, -2.958],
  'Edge Hill': [53.403, -2.948],
  'Everton East': [53.425, -2.958],
  'Everton North': [53.431, -2.965],
  'Everton West': [53.418, -2.972],
  'Fazakerley East': [53.463, -2.923],
  'Fazakerley North': [53.468, -2.937],
  'Fazakerley West': [53.46, -2.945],
  'Festival Gardens': [53.369, -2.95],
  Garston: [53.353, -2.899],
  Gateacre: [53.381, -2.86],
  'Grassendale & Cressington': [53.358, -2.911],
  'Greenbank Park': [53.383, -2.922],
  'Kensington & Fairfield': [53.413, -2.94],
  'Kirkdale East': [53.436, -2.979],
  'Kirkdale West': [53.438, -2.988],
  'Knotty Ash & Dovecot Park': [53.415, -2.878],
  'Mossley Hill': [53.375, -2.917],
  'Much Woolton & Hunts Cross': [53.364, -2.862],
  'Norris Green': [53.448, -2.919],
  'Old Swan East': [53.413, -2.907],
  'Old Swan West': [53.414, -2.92],
  'Orrell Park': [53.462, -2.963],
  'Penny Lane': [53.39, -2.917],
  'Princes Park': [53.389, -2.954],
  'Sandfield Park': [53.424, -2.898],
  'Sefton Park': [53.381, -2.94],
  Smithdown: [53.397, -2.937],
  Speke: [53.343, -2.848],
  Springwood: [53.356, -2.882],
  'St Michaels': [53.375, -2.948],
  Stoneycroft: [53.42, -2.918],
  Toxteth: [53.388, -2.965],
  'Tuebrook Breckside Park': [53.425, -2.94],
  'Tuebrook Larkhill': [53.431, -2.924],
  Vauxhall: [53.42, -2.986],
  Walton: [53.444, -2.96],
  'Waterfront North': [53.428, -2.998],
  'Waterfront South': [53.395, -2.985],
  'Wavertree Garden Suburb': [53.398, -2.905],
  'Wavertree Village': [53.399, -2.921],
  'West Derby Deysbrook': [53.439, -2.899],
  'West Derby Leyfield': [53.428, -2.885],
  'West Derby Muirhead': [53.44, -2.912],
  'Woolton Village': [53.375, -2.868],
  'Yew Tree': [53.426, -2.872],
}

export function centreOfWard(ward: (typeof WARDS)[number]): LatLng {
  const [lat, lng] = WARD_CENTRES[ward]
  return { lat, lng }
}

/** The hexagon that represents a ward. */
export function cellOfWard(ward: (typeof WARDS)[number]): Cell {
  return widen(cellOf(centreOfWard(ward)), OF_A_WARD)
}

/** The wards whose centres are in a hexagon, or for a smaller hexagon in the ward-sized one around it. */
export function wardsIn(cell: Cell): (typeof WARDS)[number][] {
  const area = widen(cell, OF_A_WARD)
  return WARDS.filter((ward) => widen(cellOfWard(ward), resolutionOf(area)) === area)
}

/** The hexagons in which an event in a ward may be: the ward's own hexagon, those inside it and its neighbours. */
export function cellsOfWard(ward: (typeof WARDS)[number]): Cell[] {
  const own = cellOfWard(ward)
  const around = Array.from({ length: OF_A_WARD - WIDEST }, (_, step) => widen(own, OF_A_WARD - 1 - step))
  return [own, ...cellsIn(own, FINEST), ...around]
}
