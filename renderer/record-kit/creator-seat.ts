/** What the form of a new record is given by the picker it stands on top of. */
export interface CreatorSeat {
  readonly onClose: () => void;
  readonly onCreated: (id: string, name: string) => void;
}
