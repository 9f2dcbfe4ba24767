//! In: the triangles of a frame. Out: its picture, painted without a graphics card and the same on
//! every machine.

use std::collections::HashMap;

use eframe::egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{
    self, Color32, ColorImage, FullOutput, Pos2, Rect, TextureId, TexturesDelta, Vec2,
};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Paints as egui's own shaders do: colours are premultiplied and blended as they are, textures
/// are interpolated.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = change.image;
                match change.pos {
                    None => drop(self.textures.insert(id, (*image).clone())),
                    Some(at) => patch(self.textures.get_mut(&id).unwrap(), &image, at),
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * scale).round();
        let mut canvas = Canvas::new(size);
        for ClippedPrimitive {
            clip_rect,
            primitive,
        } in ctx.tessellate(output.shapes.clone(), scale)
        {
            let Primitive::Mesh(mesh) = primitive else {
                return Err("a callback cannot be painted here".to_owned());
            };
            let texture = self.textures.get(&mesh.texture_id);
            let texture = texture.ok_or_else(|| format!("no texture {:?}", mesh.texture_id))?;
            canvas.paint(&mesh, texture, clip_rect, scale);
        }

        Ok(canvas.image())
    }
}

fn patch(texture: &mut ColorImage, part: &ColorImage, [left, top]: [usize; 2]) {
    let (width, part_width) = (texture.size[0], part.size[0]);
    for (row, colours) in part.pixels.chunks(part_width).enumerate() {
        let at = (top + row) * width + left;
        texture.pixels[at..at + part_width].copy_from_slice(colours);
    }
}

/// A picture in the making; colours are premultiplied.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "places on a picture of some thousand pixels"
)]
impl Canvas {
    fn new(size: Vec2) -> Self {
        let (width, height) = (size.x as usize, size.y as usize);
        Self {
            width,
            height,
            pixels: vec![[0.0, 0.0, 0.0, 1.0]; width * height],
        }
    }

    /// Paints a mesh, `scale` pixels to the point.
    fn paint(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        let screen =
            Rect::from_min_size(Pos2::ZERO, Vec2::new(self.width as f32, self.height as f32));
        let clip = Rect::from_min_max((clip.min * scale).round(), (clip.max * scale).round());
        let clip = clip.intersect(screen);
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|corner| {
                let vertex = &mesh.vertices[corners[corner] as usize];
                Vertex {
                    pos: vertex.pos * scale,
                    ..*vertex
                }
            });
            self.triangle(corners, texture, clip);
        }
    }

    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &ColorImage, clip: Rect) {
        let doubled_area = edge(corners[0].pos, corners[1].pos, corners[2].pos);
        if doubled_area == 0.0 {
            return;
        }
        if doubled_area < 0.0 {
            corners.swap(1, 2);
        }

        let [a, b, c] = corners.map(|corner| corner.pos);
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
        let (left, right) = (bounds.min.x.floor() as usize, bounds.max.x.ceil() as usize);
        let (top, bottom) = (bounds.min.y.floor() as usize, bounds.max.y.ceil() as usize);
        // Pixels on an edge that two triangles share belong to one of them.
        let owned = [is_owner(b, c), is_owner(c, a), is_owner(a, b)];
        // Most pixels belong to fills, which have one colour.
        let [first, second, third] = &corners;
        let is_like_first = |other: &Vertex| (other.color, other.uv) == (first.color, first.uv);
        let fill = (is_like_first(second) && is_like_first(third))
            .then(|| colour(&corners, [1.0, 0.0, 0.0], texture));
        for y in top..bottom.min(clip.max.y as usize) {
            for x in left..right.min(clip.max.x as usize) {
                let centre = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                let edges = [edge(b, c, centre), edge(c, a, centre), edge(a, b, centre)];
                let mut sides = edges.iter().zip(owned);
                if sides.all(|(side, owned)| *side > 0.0 || (*side == 0.0 && owned)) {
                    let colour = fill.unwrap_or_else(|| {
                        let weights = edges.map(|side| side / doubled_area.abs());
                        colour(&corners, weights, texture)
                    });
                    self.blend(y * self.width + x, colour);
                }
            }
        }
    }

    fn blend(&mut self, at: usize, colour: [f32; 4]) {
        let below = &mut self.pixels[at];
        for (below, above) in below.iter_mut().zip(colour) {
            *below = above + *below * (1.0 - colour[3]);
        }
    }

    fn image(self) -> RgbaImage {
        let byte = |part: f32| (part * 255.0).round().clamp(0.0, 255.0) as u8;
        let bytes = self.pixels.iter().flatten().map(|part| byte(*part));
        let (width, height) = (self.width as u32, self.height as u32);
        RgbaImage::from_raw(width, height, bytes.collect()).expect("four bytes a pixel")
    }
}

/// Twice the area of a triangle; positive where its corners go round clockwise on the screen.
fn edge(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether a triangle has the pixels on its edge: the upper and the left ones.
fn is_owner(from: Pos2, to: Pos2) -> bool {
    let along = to - from;
    along.y < 0.0 || (along.y == 0.0 && along.x > 0.0)
}

/// What stands at a place of a triangle, from 0 to 1.
fn colour(corners: &[Vertex; 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mut tint = [0.0; 4];
    let mut uv = Vec2::ZERO;
    for (corner, weight) in corners.iter().zip(weights) {
        uv += corner.uv.to_vec2() * weight;
        for (sum, part) in tint.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(part) / 255.0 * weight;
        }
    }

    let texel = sample(texture, uv);
    [0, 1, 2, 3].map(|part| tint[part] * texel[part])
}

/// The colour of a texture, between its four nearest pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "places on a texture of some thousand pixels"
)]
fn sample(texture: &ColorImage, uv: Vec2) -> [f32; 4] {
    let [width, height] = texture.size;
    let x = (uv.x * width as f32 - 0.5).clamp(0.0, (width - 1) as f32);
    let y = (uv.y * height as f32 - 0.5).clamp(0.0, (height - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (over, down) = (x.fract(), y.fract());

    let at = |x: usize, y: usize| -> [u8; 4] { Color32::to_array(&texture.pixels[y * width + x]) };
    let rows = [top, bottom].map(|row| (at(left, row), at(right, row)));
    [0, 1, 2, 3].map(|part| {
        let between =
            |from: u8, to: u8, share: f32| f32::from(from) * (1.0 - share) + f32::from(to) * share;
        let [upper, lower] = rows.map(|(from, to)| between(from[part], to[part], over));
        (upper * (1.0 - down) + lower * down) / 255.0
    })
}
