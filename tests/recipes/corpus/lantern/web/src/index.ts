/** Shows how bright the lantern is. */
export class LanternView {
  constructor(private readonly url: string) {}

  async show(): Promise<string> {
    const reply = await fetch(this.url + "/brightness");
    return reply.text();
  }
}
